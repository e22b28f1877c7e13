/** Tests with a real Keycloak and a made-up gateway. */
@NullMarked
package dev.sluice.keycloak.live;

import org.jspecify.annotations.NullMarked;
