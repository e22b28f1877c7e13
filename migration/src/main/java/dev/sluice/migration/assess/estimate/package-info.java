/** What staying and leaving cost, and how long a migration takes. */
@NullMarked
package dev.sluice.migration.assess.estimate;

import org.jspecify.annotations.NullMarked;
