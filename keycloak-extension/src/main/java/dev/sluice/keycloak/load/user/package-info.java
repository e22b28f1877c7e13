/** Writes one user, and finds out which users a realm cannot take. */
@NullMarked
package dev.sluice.keycloak.load.user;

import org.jspecify.annotations.NullMarked;
