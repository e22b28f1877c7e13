/** Creates objects at a target from a pool's configuration and keeps them in line. */
@NullMarked
package dev.sluice.targets.provision;

import org.jspecify.annotations.NullMarked;
