/** Finds users whom the target has lost or cut off, and brings them back. */
@NullMarked
package dev.sluice.migration.repair;

import org.jspecify.annotations.NullMarked;
