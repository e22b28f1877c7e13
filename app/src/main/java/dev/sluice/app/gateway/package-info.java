/** The gateway: answers the new system's questions about first logins over HTTP. */
@NullMarked
package dev.sluice.app.gateway;

import org.jspecify.annotations.NullMarked;
