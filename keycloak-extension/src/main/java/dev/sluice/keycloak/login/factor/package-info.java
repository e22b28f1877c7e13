/** Old and new second factors during a first login. */
@NullMarked
package dev.sluice.keycloak.login.factor;

import org.jspecify.annotations.NullMarked;
