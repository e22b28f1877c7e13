/** The users that a target receives and returns, and the outcome for each. */
@NullMarked
package dev.sluice.api.target.user;

import org.jspecify.annotations.NullMarked;
