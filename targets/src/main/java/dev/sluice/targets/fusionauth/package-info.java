/** FusionAuth as a target, by its own API; nothing of ours runs inside it. */
@NullMarked
package dev.sluice.targets.fusionauth;

import org.jspecify.annotations.NullMarked;
