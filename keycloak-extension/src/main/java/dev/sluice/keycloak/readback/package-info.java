/** Reads users of the realm as Sluice's verification compares them; changes nothing. */
@NullMarked
package dev.sluice.keycloak.readback;

import org.jspecify.annotations.NullMarked;
