/** Reads {@code sluice.yaml} and reports all of its mistakes together. */
@NullMarked
package dev.sluice.app.config.reading;

import org.jspecify.annotations.NullMarked;
