/** Makes a realm from the pool. */
@NullMarked
package dev.sluice.targets.keycloak.provision;

import org.jspecify.annotations.NullMarked;
