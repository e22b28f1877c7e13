/** Settings of the realm: policies, session times, attributes and mail. */
@NullMarked
package dev.sluice.targets.keycloak.provision.realm;

import org.jspecify.annotations.NullMarked;
