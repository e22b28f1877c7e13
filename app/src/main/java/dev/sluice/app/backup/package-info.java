/** {@code sluice backup}: the target as files. */
@NullMarked
package dev.sluice.app.backup;

import org.jspecify.annotations.NullMarked;
