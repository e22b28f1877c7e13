/** Keeps administrators from losing users that have not moved yet by one button. */
@NullMarked
package dev.sluice.keycloak.guard;

import org.jspecify.annotations.NullMarked;
