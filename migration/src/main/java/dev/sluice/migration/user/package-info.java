/** The people being moved, in nobody's vendor words. */
@NullMarked
package dev.sluice.migration.user;

import org.jspecify.annotations.NullMarked;
