/** First logins in the shape of a vendor's own hook, and logins that are relayed to a target. */
@NullMarked
package dev.sluice.app.gateway.hook;

import org.jspecify.annotations.NullMarked;
