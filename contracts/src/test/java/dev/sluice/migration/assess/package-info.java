/** What becomes of what a pool has, tried on made-up configurations. */
@NullMarked
package dev.sluice.migration.assess;

import org.jspecify.annotations.NullMarked;
