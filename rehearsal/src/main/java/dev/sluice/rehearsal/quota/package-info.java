/** How many calls a second the pool answers before it throttles. */
@NullMarked
package dev.sluice.rehearsal.quota;

import org.jspecify.annotations.NullMarked;
