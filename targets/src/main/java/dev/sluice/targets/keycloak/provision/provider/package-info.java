/** Identity providers from the pool. */
@NullMarked
package dev.sluice.targets.keycloak.provision.provider;

import org.jspecify.annotations.NullMarked;
