/** A user pool on loopback that speaks Cognito's protocol, to rehearse a migration on. */
@NullMarked
package dev.sluice.rehearsal;

import org.jspecify.annotations.NullMarked;
