/** Parts of the users that move in waves of their own, and who is in which. */
@NullMarked
package dev.sluice.migration.segment;

import org.jspecify.annotations.NullMarked;
