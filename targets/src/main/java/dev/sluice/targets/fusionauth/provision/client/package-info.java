/** Applications, entities and grants from app clients and resource servers. */
@NullMarked
package dev.sluice.targets.fusionauth.provision.client;

import org.jspecify.annotations.NullMarked;
