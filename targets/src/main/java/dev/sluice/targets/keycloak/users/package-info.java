/** Users written, updated and read back in batches. */
@NullMarked
package dev.sluice.targets.keycloak.users;

import org.jspecify.annotations.NullMarked;
