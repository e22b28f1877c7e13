/** {@code sluice sync}: what has changed in the pool since the last scan. */
@NullMarked
package dev.sluice.app.sync;

import org.jspecify.annotations.NullMarked;
