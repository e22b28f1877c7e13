/** The part of Sluice that runs inside Keycloak. */
@NullMarked
package dev.sluice.keycloak;

import org.jspecify.annotations.NullMarked;
