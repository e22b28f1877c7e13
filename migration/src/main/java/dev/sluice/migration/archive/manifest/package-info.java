/** The manifest: what an archive says of itself. */
@NullMarked
package dev.sluice.migration.archive.manifest;

import org.jspecify.annotations.NullMarked;
