/** Asks Sluice's gateway about first logins, and reports their outcomes to it. */
@NullMarked
package dev.sluice.keycloak.gateway;

import org.jspecify.annotations.NullMarked;
