/** Makes a tenant from the pool. */
@NullMarked
package dev.sluice.targets.fusionauth.provision;

import org.jspecify.annotations.NullMarked;
