/** Writes users by PostgreSQL's COPY, where that is safe. */
@NullMarked
package dev.sluice.keycloak.load.copy;

import org.jspecify.annotations.NullMarked;
