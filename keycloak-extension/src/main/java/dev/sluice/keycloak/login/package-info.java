/** Moves a user's password into Keycloak at the user's first login. */
@NullMarked
package dev.sluice.keycloak.login;

import org.jspecify.annotations.NullMarked;
