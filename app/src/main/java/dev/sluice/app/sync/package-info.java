/** {@code sluice sync}: what has changed in the pool since. */
@NullMarked
package dev.sluice.app.sync;

import org.jspecify.annotations.NullMarked;
