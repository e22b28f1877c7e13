@NullMarked
package dev.sluice.migration.segment;

import org.jspecify.annotations.NullMarked;
