/** What bulk, sync and verify share: batches, groups, progress and reports. */
@NullMarked
package dev.sluice.migration.run;

import org.jspecify.annotations.NullMarked;
