/** The ledger on SQLite and PostgreSQL. */
@NullMarked
package dev.sluice.migration.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
