/** Looks at a pool without changing or billing anything, and says what a migration would meet. */
@NullMarked
package dev.sluice.migration.assess;

import org.jspecify.annotations.NullMarked;
