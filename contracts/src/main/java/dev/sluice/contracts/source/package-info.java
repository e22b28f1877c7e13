/** The kits that every source and password check passes, and fakes that pass them. */
@NullMarked
package dev.sluice.contracts.source;

import org.jspecify.annotations.NullMarked;
