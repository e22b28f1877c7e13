/** Makes objects at a target as a pool's configuration wants them, and keeps them so. */
@NullMarked
package dev.sluice.targets.provision;

import org.jspecify.annotations.NullMarked;
