/** Secure Remote Password, by which a password is proven without being sent. */
@NullMarked
package dev.sluice.cognito.srp;

import org.jspecify.annotations.NullMarked;
