/** {@code sluice export} and {@code sluice archive}. */
@NullMarked
package dev.sluice.app.archive;

import org.jspecify.annotations.NullMarked;
