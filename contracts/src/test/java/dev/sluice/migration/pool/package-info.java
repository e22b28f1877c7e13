/** The configuration of a pool, tried on made-up ones. */
@NullMarked
package dev.sluice.migration.pool;

import org.jspecify.annotations.NullMarked;
