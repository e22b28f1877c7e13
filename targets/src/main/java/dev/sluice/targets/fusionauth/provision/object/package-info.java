/** FusionAuth's objects: their ids, their parts and their roles. */
@NullMarked
package dev.sluice.targets.fusionauth.provision.object;

import org.jspecify.annotations.NullMarked;
