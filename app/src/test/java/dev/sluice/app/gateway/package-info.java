/** The gateway as its callers see it, over real HTTP. */
@NullMarked
package dev.sluice.app.gateway;

import org.jspecify.annotations.NullMarked;
