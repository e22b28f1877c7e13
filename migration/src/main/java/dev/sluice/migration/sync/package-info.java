/** The sync run: what has changed at the source since. */
@NullMarked
package dev.sluice.migration.sync;

import org.jspecify.annotations.NullMarked;
