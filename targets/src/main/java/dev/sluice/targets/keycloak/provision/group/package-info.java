/** Groups from the pool. */
@NullMarked
package dev.sluice.targets.keycloak.provision.group;

import org.jspecify.annotations.NullMarked;
