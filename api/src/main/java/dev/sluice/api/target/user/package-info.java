/** The users that a target is given and gives back, and the outcome for each. */
@NullMarked
package dev.sluice.api.target.user;

import org.jspecify.annotations.NullMarked;
