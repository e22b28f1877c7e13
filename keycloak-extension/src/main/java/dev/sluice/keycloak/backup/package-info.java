/** Exports a realm with its users and their hashes in the format of Keycloak's own export. */
@NullMarked
package dev.sluice.keycloak.backup;

import org.jspecify.annotations.NullMarked;
