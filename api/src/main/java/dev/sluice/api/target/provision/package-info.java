/** How a target is made ready: the request, the plan, and what it found. */
@NullMarked
package dev.sluice.api.target.provision;

import org.jspecify.annotations.NullMarked;
