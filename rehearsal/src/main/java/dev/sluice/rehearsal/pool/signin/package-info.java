/** Sign-ins, challenges, second factors and tokens. */
@NullMarked
package dev.sluice.rehearsal.pool.signin;

import org.jspecify.annotations.NullMarked;
