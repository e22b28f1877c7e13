/** What a backup keeps, and what is told when it does not. */
@NullMarked
package dev.sluice.migration.backup;

import org.jspecify.annotations.NullMarked;
