/** The bulk run: profiles from the source to the target. */
@NullMarked
package dev.sluice.migration.bulk;

import org.jspecify.annotations.NullMarked;
