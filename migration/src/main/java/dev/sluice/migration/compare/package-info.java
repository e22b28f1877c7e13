/** Compares a user at the source with the ledger, and decides who wins. */
@NullMarked
package dev.sluice.migration.compare;

import org.jspecify.annotations.NullMarked;
