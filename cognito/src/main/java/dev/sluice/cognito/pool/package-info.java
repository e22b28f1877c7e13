/** Reads a pool's configuration. */
@NullMarked
package dev.sluice.cognito.pool;

import org.jspecify.annotations.NullMarked;
