/** Faults that occur on request. */
@NullMarked
package dev.sluice.rehearsal.fault;

import org.jspecify.annotations.NullMarked;
