/** What becomes of each thing that was found in a pool. */
@NullMarked
package dev.sluice.migration.assess.fate;

import org.jspecify.annotations.NullMarked;
