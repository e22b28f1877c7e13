/** What the login theme shows besides colours: the realm's logos. */
@NullMarked
package dev.sluice.keycloak.looks;

import org.jspecify.annotations.NullMarked;
