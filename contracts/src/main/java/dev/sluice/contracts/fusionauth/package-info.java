/**
 * A FusionAuth on loopback, for there is none to be had without its vendor: it keeps state and
 * refuses what the vendor's documents say is refused.
 */
@NullMarked
package dev.sluice.contracts.fusionauth;

import org.jspecify.annotations.NullMarked;
