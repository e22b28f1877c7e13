/** Keeps calls to a source within the share of its quota that is ours. */
@NullMarked
package dev.sluice.migration.pace;

import org.jspecify.annotations.NullMarked;
