/** What an archive keeps of a user. */
@NullMarked
package dev.sluice.migration.archive;

import org.jspecify.annotations.NullMarked;
