/** {@code sluice verify}: whether the two systems are equal. */
@NullMarked
package dev.sluice.app.verify;

import org.jspecify.annotations.NullMarked;
