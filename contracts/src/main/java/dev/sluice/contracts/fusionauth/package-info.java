/**
 * A FusionAuth on loopback, because the real one is not available here: it keeps state, and refuses
 * what the vendor's documents say is refused.
 */
@NullMarked
package dev.sluice.contracts.fusionauth;

import org.jspecify.annotations.NullMarked;
