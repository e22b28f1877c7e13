/** Keycloak as a target, by its admin API and by our extension inside it. */
@NullMarked
package dev.sluice.targets.keycloak;

import org.jspecify.annotations.NullMarked;
