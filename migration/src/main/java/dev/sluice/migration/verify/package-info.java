/** Reads every user back and compares field by field. */
@NullMarked
package dev.sluice.migration.verify;

import org.jspecify.annotations.NullMarked;
