/** What the fake FusionAuth stores, and the rules that its users obey. */
@NullMarked
package dev.sluice.contracts.fusionauth.store;

import org.jspecify.annotations.NullMarked;
