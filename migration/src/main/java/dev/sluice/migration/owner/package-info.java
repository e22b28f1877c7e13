/** Decides whose login an address or a username is: {@code docs/logins.md} has the rules. */
@NullMarked
package dev.sluice.migration.owner;

import org.jspecify.annotations.NullMarked;
