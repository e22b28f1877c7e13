/** Calls to Cognito: the connection, its pace, its retries and its errors. */
@NullMarked
package dev.sluice.cognito.call;

import org.jspecify.annotations.NullMarked;
