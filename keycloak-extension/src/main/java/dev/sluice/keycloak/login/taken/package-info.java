/** Keeps logins of users that have not moved yet from being taken by others. */
@NullMarked
package dev.sluice.keycloak.login.taken;

import org.jspecify.annotations.NullMarked;
