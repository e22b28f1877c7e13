/** Identity providers from the pool. */
@NullMarked
package dev.sluice.targets.fusionauth.provision.provider;

import org.jspecify.annotations.NullMarked;
