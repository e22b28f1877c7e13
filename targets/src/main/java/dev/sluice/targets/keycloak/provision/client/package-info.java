/** Clients, scopes and claims from app clients and resource servers. */
@NullMarked
package dev.sluice.targets.keycloak.provision.client;

import org.jspecify.annotations.NullMarked;
