/** Tests of the people being moved. */
@NullMarked
package dev.sluice.migration.user;

import org.jspecify.annotations.NullMarked;
