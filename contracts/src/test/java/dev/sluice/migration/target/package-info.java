@NullMarked
package dev.sluice.migration.target;

import org.jspecify.annotations.NullMarked;
