/** Logins in realms with organizations. */
@NullMarked
package dev.sluice.keycloak.login.organization;

import org.jspecify.annotations.NullMarked;
