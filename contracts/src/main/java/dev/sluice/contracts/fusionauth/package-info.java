/**
 * A FusionAuth on loopback, since the real one cannot be had here: it keeps state, and refuses what
 * the vendor's documents say is refused.
 */
@NullMarked
package dev.sluice.contracts.fusionauth;

import org.jspecify.annotations.NullMarked;
