/** Rows of runs, their progress, and the users that they deferred. */
@NullMarked
package dev.sluice.migration.ledger.jdbc.run;

import org.jspecify.annotations.NullMarked;
