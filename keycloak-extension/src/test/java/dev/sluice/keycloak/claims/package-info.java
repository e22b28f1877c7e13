/** Tests of what can be judged without a Keycloak. */
@NullMarked
package dev.sluice.keycloak.claims;

import org.jspecify.annotations.NullMarked;
