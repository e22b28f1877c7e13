/** Listing, searching and administering users. */
@NullMarked
package dev.sluice.rehearsal.pool.user;

import org.jspecify.annotations.NullMarked;
