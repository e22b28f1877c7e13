@NullMarked
package dev.sluice.migration.mapping;

import org.jspecify.annotations.NullMarked;
