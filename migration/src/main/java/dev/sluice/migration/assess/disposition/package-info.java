/** The disposition of each thing that was found in a pool. */
@NullMarked
package dev.sluice.migration.assess.disposition;

import org.jspecify.annotations.NullMarked;
