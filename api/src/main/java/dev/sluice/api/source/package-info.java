/** The source of users: reading them, and asking whether a password is theirs. */
@NullMarked
package dev.sluice.api.source;

import org.jspecify.annotations.NullMarked;
