/** {@code sluice assess}: what is in the pool, and what moving it takes. */
@NullMarked
package dev.sluice.app.assess;

import org.jspecify.annotations.NullMarked;
