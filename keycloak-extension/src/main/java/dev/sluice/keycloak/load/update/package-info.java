/** Updates and removes users who have not moved. */
@NullMarked
package dev.sluice.keycloak.load.update;

import org.jspecify.annotations.NullMarked;
