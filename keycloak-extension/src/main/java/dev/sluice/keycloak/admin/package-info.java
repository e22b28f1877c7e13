/** The extension's admin API: where Sluice calls it. */
@NullMarked
package dev.sluice.keycloak.admin;

import org.jspecify.annotations.NullMarked;
