/** The fake FusionAuth's HTTP, its faults, and the check against the vendor's description. */
@NullMarked
package dev.sluice.contracts.fusionauth.wire;

import org.jspecify.annotations.NullMarked;
