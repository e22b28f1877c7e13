/** The AWS permissions that each command needs. */
@NullMarked
package dev.sluice.cognito.access;

import org.jspecify.annotations.NullMarked;
