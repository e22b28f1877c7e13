/** Tests of the realm's groups. */
@NullMarked
package dev.sluice.keycloak.group;

import org.jspecify.annotations.NullMarked;
