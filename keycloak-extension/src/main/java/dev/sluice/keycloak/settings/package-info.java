/** The extension's settings in a realm. */
@NullMarked
package dev.sluice.keycloak.settings;

import org.jspecify.annotations.NullMarked;
