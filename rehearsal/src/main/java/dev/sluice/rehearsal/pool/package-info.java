/** The pool as a whole, and its configuration. */
@NullMarked
package dev.sluice.rehearsal.pool;

import org.jspecify.annotations.NullMarked;
