/** Tokens that carry the claims which applications read from Cognito's. */
@NullMarked
package dev.sluice.keycloak.claims;

import org.jspecify.annotations.NullMarked;
