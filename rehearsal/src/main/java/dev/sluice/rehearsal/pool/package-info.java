/** What the pool answers to each of Cognito's operations. */
@NullMarked
package dev.sluice.rehearsal.pool;

import org.jspecify.annotations.NullMarked;
