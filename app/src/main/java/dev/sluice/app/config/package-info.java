/** The settings of {@code sluice.yaml}, checked. */
@NullMarked
package dev.sluice.app.config;

import org.jspecify.annotations.NullMarked;
