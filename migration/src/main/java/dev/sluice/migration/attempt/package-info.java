/** Counts attempts in memory, for one process. */
@NullMarked
package dev.sluice.migration.attempt;

import org.jspecify.annotations.NullMarked;
