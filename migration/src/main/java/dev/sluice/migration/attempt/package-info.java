/** Keeps wrong passwords from locking users out of the live application. */
@NullMarked
package dev.sluice.migration.attempt;

import org.jspecify.annotations.NullMarked;
