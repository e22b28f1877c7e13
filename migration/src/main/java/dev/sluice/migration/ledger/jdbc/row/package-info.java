/** Rows of users and events, and how texts are stored. */
@NullMarked
package dev.sluice.migration.ledger.jdbc.row;

import org.jspecify.annotations.NullMarked;
