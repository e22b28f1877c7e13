/** Branding and languages of the login pages. */
@NullMarked
package dev.sluice.targets.keycloak.provision.page;

import org.jspecify.annotations.NullMarked;
