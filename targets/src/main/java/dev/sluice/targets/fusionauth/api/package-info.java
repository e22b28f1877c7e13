/** Calls to FusionAuth's API, its options and its errors. */
@NullMarked
package dev.sluice.targets.fusionauth.api;

import org.jspecify.annotations.NullMarked;
