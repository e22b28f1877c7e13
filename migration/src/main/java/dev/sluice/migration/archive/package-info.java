/** A pool as files: an open format that is checked before it is used. */
@NullMarked
package dev.sluice.migration.archive;

import org.jspecify.annotations.NullMarked;
