/** The people being moved: as they were read, and as they will be written. */
@NullMarked
package dev.sluice.migration.user;

import org.jspecify.annotations.NullMarked;
