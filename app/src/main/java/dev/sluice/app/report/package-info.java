/** What the ledger says, for people and as JSON. */
@NullMarked
package dev.sluice.app.report;

import org.jspecify.annotations.NullMarked;
