/** What moving people from one identity system to another means, apart from any vendor. */
@NullMarked
package dev.sluice.migration;

import org.jspecify.annotations.NullMarked;
