/** Reads {@code sluice.yaml} and reports all of its mistakes together. */
@NullMarked
package dev.sluice.app.config;

import org.jspecify.annotations.NullMarked;
