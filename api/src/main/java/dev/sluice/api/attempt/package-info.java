/** Keeps wrong passwords from locking users out of the live application. */
@NullMarked
package dev.sluice.api.attempt;

import org.jspecify.annotations.NullMarked;
