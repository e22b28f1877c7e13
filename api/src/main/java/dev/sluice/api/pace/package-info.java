/** Keeps calls to a source within the share of its quota that Sluice may use. */
@NullMarked
package dev.sluice.api.pace;

import org.jspecify.annotations.NullMarked;
