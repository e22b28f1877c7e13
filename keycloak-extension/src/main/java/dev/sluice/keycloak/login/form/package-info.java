/** First logins through the login page and sign-up. */
@NullMarked
package dev.sluice.keycloak.login.form;

import org.jspecify.annotations.NullMarked;
