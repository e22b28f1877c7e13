/**
 * The two ways through: the bulk run and the first login; the only package that sees all the
 * others.
 */
@NullMarked
package dev.sluice.migration.run;

import org.jspecify.annotations.NullMarked;
