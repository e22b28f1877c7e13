/** Tests of how a realm gets the pool's groups. */
@NullMarked
package dev.sluice.targets.keycloak.provision.group;

import org.jspecify.annotations.NullMarked;
