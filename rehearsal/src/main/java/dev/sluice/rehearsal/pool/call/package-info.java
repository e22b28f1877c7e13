/** One call of Cognito's API: request, answer, error and page tokens. */
@NullMarked
package dev.sluice.rehearsal.pool.call;

import org.jspecify.annotations.NullMarked;
