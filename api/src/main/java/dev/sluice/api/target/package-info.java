/** Where users go: what an adapter must do to receive them. */
@NullMarked
package dev.sluice.api.target;

import org.jspecify.annotations.NullMarked;
