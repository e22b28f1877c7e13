/** Asks Sluice's gateway about first logins, and tells it what became of them. */
@NullMarked
package dev.sluice.keycloak.gateway;

import org.jspecify.annotations.NullMarked;
