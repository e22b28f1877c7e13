/** {@code sluice serve}: the gateway, and the runs that it was handed. */
@NullMarked
package dev.sluice.app.serve;

import org.jspecify.annotations.NullMarked;
