/** Calls to Keycloak's admin API, its options and its errors. */
@NullMarked
package dev.sluice.targets.keycloak.api;

import org.jspecify.annotations.NullMarked;
