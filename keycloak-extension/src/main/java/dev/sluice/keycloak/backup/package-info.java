/** Gives a realm away with its users and their hashes, as Keycloak's own export writes them. */
@NullMarked
package dev.sluice.keycloak.backup;

import org.jspecify.annotations.NullMarked;
