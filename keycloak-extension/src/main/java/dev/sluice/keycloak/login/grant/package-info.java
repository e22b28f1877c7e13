/** First logins through the password grant. */
@NullMarked
package dev.sluice.keycloak.login.grant;

import org.jspecify.annotations.NullMarked;
