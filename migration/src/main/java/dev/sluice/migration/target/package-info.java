/** Where people go: what an adapter must do to receive them. */
@NullMarked
package dev.sluice.migration.target;

import org.jspecify.annotations.NullMarked;
