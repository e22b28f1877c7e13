/** Passwords that are reset by a mailed link. */
@NullMarked
package dev.sluice.keycloak.login.reset;

import org.jspecify.annotations.NullMarked;
