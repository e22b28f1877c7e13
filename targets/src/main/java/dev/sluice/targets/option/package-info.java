/** A target's options, read and checked the same way in every target. */
@NullMarked
package dev.sluice.targets.option;

import org.jspecify.annotations.NullMarked;
