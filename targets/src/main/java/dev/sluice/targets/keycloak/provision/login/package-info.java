/** The login flow, required actions and the component that asks about first logins. */
@NullMarked
package dev.sluice.targets.keycloak.provision.login;

import org.jspecify.annotations.NullMarked;
