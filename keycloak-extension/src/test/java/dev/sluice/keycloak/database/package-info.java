/** Tests of what databases do differently. */
@NullMarked
package dev.sluice.keycloak.database;

import org.jspecify.annotations.NullMarked;
