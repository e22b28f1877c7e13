/** What databases do differently: how long a transaction looks back, and which texts are equal. */
@NullMarked
package dev.sluice.keycloak.database;

import org.jspecify.annotations.NullMarked;
