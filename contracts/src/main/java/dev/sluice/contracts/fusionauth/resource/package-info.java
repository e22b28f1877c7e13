/** The fake FusionAuth's resources, one class for each path of its API. */
@NullMarked
package dev.sluice.contracts.fusionauth.resource;

import org.jspecify.annotations.NullMarked;
