/** How the sign-in pages of a pool look. */
@NullMarked
package dev.sluice.api.pool.branding;

import org.jspecify.annotations.NullMarked;
