/** Reads users as Cognito describes them. */
@NullMarked
package dev.sluice.cognito.user;

import org.jspecify.annotations.NullMarked;
