/** The made-up users: who they are, computed from their number alone. */
@NullMarked
package dev.sluice.rehearsal.user;

import org.jspecify.annotations.NullMarked;
