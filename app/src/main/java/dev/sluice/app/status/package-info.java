/**
 * {@code sluice status} and {@code sluice user}: the progress of the migration and of each user.
 */
@NullMarked
package dev.sluice.app.status;

import org.jspecify.annotations.NullMarked;
