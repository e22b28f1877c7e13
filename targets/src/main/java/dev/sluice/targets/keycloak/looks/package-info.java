/** How the pool's sign-in pages look, in what Keycloak's login theme of ours can show of it. */
@NullMarked
package dev.sluice.targets.keycloak.looks;

import org.jspecify.annotations.NullMarked;
