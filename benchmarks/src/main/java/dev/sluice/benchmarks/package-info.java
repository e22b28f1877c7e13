/** The figures that this project claims, each with the command that makes it. */
@NullMarked
package dev.sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
