/** The seals of the ledger's history. */
@NullMarked
package dev.sluice.migration.ledger.jdbc.history;

import org.jspecify.annotations.NullMarked;
