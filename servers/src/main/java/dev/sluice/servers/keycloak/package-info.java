/** A real Keycloak on loopback, fetched, built and cached. */
@NullMarked
package dev.sluice.servers.keycloak;

import org.jspecify.annotations.NullMarked;
