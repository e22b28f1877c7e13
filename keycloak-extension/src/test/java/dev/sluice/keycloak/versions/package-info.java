/** What the extension needs of each Keycloak that it supports. */
@NullMarked
package dev.sluice.keycloak.versions;

import org.jspecify.annotations.NullMarked;
