/** A real PostgreSQL on loopback. */
@NullMarked
package dev.sluice.servers.postgres;

import org.jspecify.annotations.NullMarked;
