/** The files of an archive: lines, chunks, checksums and names. */
@NullMarked
package dev.sluice.migration.archive.format;

import org.jspecify.annotations.NullMarked;
