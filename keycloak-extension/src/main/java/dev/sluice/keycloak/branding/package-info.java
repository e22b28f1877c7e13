/** What the login theme shows besides colours: the realm's logos. */
@NullMarked
package dev.sluice.keycloak.branding;

import org.jspecify.annotations.NullMarked;
