/** The made-up users, computed from their number alone. */
@NullMarked
package dev.sluice.rehearsal.user;

import org.jspecify.annotations.NullMarked;
