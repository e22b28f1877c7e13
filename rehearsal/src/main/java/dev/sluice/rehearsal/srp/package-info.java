/** The pool's side of a sign-in by Secure Remote Password. */
@NullMarked
package dev.sluice.rehearsal.srp;

import org.jspecify.annotations.NullMarked;
