@NullMarked
package dev.sluice.migration.run;

import org.jspecify.annotations.NullMarked;
