/** Tests of what can be judged without a Keycloak. */
@NullMarked
package dev.sluice.keycloak.gateway;

import org.jspecify.annotations.NullMarked;
