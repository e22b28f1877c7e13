/** How a target exports itself to be backed up. */
@NullMarked
package dev.sluice.api.target.backup;

import org.jspecify.annotations.NullMarked;
