/** Turns a user as read into a user as planned, or says why it cannot be done. */
@NullMarked
package dev.sluice.migration.mapping;

import org.jspecify.annotations.NullMarked;
