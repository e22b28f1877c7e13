/** Tests of who is one person. */
@NullMarked
package dev.sluice.migration.person;

import org.jspecify.annotations.NullMarked;
