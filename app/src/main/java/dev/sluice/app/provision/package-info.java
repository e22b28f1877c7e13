/** {@code sluice provision}: what the target needs, as a plan first. */
@NullMarked
package dev.sluice.app.provision;

import org.jspecify.annotations.NullMarked;
