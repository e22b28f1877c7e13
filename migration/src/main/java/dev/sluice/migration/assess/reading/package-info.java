/** Reads a pool for an assessment, in bounded memory. */
@NullMarked
package dev.sluice.migration.assess.reading;

import org.jspecify.annotations.NullMarked;
