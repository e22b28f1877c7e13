/** Logins that a target asks about, or that are relayed to it. */
@NullMarked
package dev.sluice.api.target.login;

import org.jspecify.annotations.NullMarked;
