/** Archives of fakes that pass the contracts: written, cut short, damaged, and read again. */
@NullMarked
package dev.sluice.migration.archive;

import org.jspecify.annotations.NullMarked;
