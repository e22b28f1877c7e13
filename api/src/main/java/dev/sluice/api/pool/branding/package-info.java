/** The branding of a pool's sign-in pages. */
@NullMarked
package dev.sluice.api.pool.branding;

import org.jspecify.annotations.NullMarked;
