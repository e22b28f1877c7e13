/** What a target exports of itself, kept as files that its own import takes. */
@NullMarked
package dev.sluice.migration.backup;

import org.jspecify.annotations.NullMarked;
