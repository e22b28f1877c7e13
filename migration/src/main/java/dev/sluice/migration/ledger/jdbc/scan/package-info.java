/** Rows of pool scans. */
@NullMarked
package dev.sluice.migration.ledger.jdbc.scan;

import org.jspecify.annotations.NullMarked;
