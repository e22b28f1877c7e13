/** The app clients of a pool, their token settings, and the scopes that they may ask for. */
@NullMarked
package dev.sluice.api.pool.client;

import org.jspecify.annotations.NullMarked;
