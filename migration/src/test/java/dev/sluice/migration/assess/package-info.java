/** Tests of what is found out about a pool. */
@NullMarked
package dev.sluice.migration.assess;

import org.jspecify.annotations.NullMarked;
