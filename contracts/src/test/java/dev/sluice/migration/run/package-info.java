/** The runs, tried on fakes that pass the contracts and on a real ledger. */
@NullMarked
package dev.sluice.migration.run;

import org.jspecify.annotations.NullMarked;
