/** Where people come from: reading them, and asking whether a password is theirs. */
@NullMarked
package dev.sluice.migration.source;

import org.jspecify.annotations.NullMarked;
