/** How users of a pool sign in, sign up and recover, and what protects them. */
@NullMarked
package dev.sluice.api.pool.signin;

import org.jspecify.annotations.NullMarked;
