/** A pool's whole configuration as plain values, as it was read and as it is kept in a file. */
@NullMarked
package dev.sluice.api.pool;

import org.jspecify.annotations.NullMarked;
