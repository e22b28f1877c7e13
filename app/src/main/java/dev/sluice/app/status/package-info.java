/** {@code sluice status} and {@code sluice user}: where the migration and each user stand. */
@NullMarked
package dev.sluice.app.status;

import org.jspecify.annotations.NullMarked;
