/** The realm's groups: their paths, and who may be put into them. */
@NullMarked
package dev.sluice.keycloak.group;

import org.jspecify.annotations.NullMarked;
