/** Users in batches, and the search for the users at fault in a refused batch. */
@NullMarked
package dev.sluice.targets.fusionauth.users;

import org.jspecify.annotations.NullMarked;
