/** Assesses a pool without changing or billing anything. */
@NullMarked
package dev.sluice.migration.assess;

import org.jspecify.annotations.NullMarked;
