/** Reads a pool into an archive. */
@NullMarked
package dev.sluice.migration.archive.export;

import org.jspecify.annotations.NullMarked;
