/** Decides which of the profiles that have an account at another provider are one person. */
@NullMarked
package dev.sluice.migration.person;

import org.jspecify.annotations.NullMarked;
