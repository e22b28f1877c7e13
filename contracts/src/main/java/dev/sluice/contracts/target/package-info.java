/** The kit that every target passes, claim by claim, and a fake target that passes it. */
@NullMarked
package dev.sluice.contracts.target;

import org.jspecify.annotations.NullMarked;
