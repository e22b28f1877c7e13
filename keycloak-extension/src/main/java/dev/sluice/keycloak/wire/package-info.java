/** The JSON that Sluice and this extension exchange. */
@NullMarked
package dev.sluice.keycloak.wire;

import org.jspecify.annotations.NullMarked;
