/** Checks passwords and second factors against the pool. */
@NullMarked
package dev.sluice.cognito.password;

import org.jspecify.annotations.NullMarked;
