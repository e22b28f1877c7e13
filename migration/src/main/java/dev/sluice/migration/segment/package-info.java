/** Parts of the users that move in waves of their own, and which users are in which part. */
@NullMarked
package dev.sluice.migration.segment;

import org.jspecify.annotations.NullMarked;
