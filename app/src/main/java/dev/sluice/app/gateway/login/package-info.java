/** The gateway's own protocol: first logins, second factors, settlements and users. */
@NullMarked
package dev.sluice.app.gateway.login;

import org.jspecify.annotations.NullMarked;
