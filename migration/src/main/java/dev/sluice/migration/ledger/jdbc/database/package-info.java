/** The two databases: how each is opened, migrated and locked. */
@NullMarked
package dev.sluice.migration.ledger.jdbc.database;

import org.jspecify.annotations.NullMarked;
