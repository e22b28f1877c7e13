/** Takes batches of users from Sluice into a realm. */
@NullMarked
package dev.sluice.keycloak.load;

import org.jspecify.annotations.NullMarked;
