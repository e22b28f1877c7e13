/** A real MariaDB on loopback. */
@NullMarked
package dev.sluice.servers.mariadb;

import org.jspecify.annotations.NullMarked;
