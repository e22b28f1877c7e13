/** Whole migrations: a pool, the commands, a real Keycloak, and logins at its token endpoint. */
@NullMarked
package dev.sluice.scenarios;

import org.jspecify.annotations.NullMarked;
