/**
 * Real servers on loopback, for the demo, tests and benchmarks, each of which dies with its owner.
 */
@NullMarked
package dev.sluice.servers;

import org.jspecify.annotations.NullMarked;
