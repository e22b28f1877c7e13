/** Compares a user at the source with the ledger, and decides which side wins. */
@NullMarked
package dev.sluice.migration.compare;

import org.jspecify.annotations.NullMarked;
