/** The kits that every adapter has to pass, and the fakes that stand for the adapters in tests. */
@NullMarked
package dev.sluice.contracts;

import org.jspecify.annotations.NullMarked;
