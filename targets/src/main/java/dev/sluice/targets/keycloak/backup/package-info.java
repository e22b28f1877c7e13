/** A realm as files that Keycloak imports, and what a restore would meet. */
@NullMarked
package dev.sluice.targets.keycloak.backup;

import org.jspecify.annotations.NullMarked;
