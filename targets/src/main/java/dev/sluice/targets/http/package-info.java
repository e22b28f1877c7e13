/** Calls to a vendor's HTTP API, and the messages when one fails. */
@NullMarked
package dev.sluice.targets.http;

import org.jspecify.annotations.NullMarked;
