/** Calls to a vendor's HTTP API, and what is said when one goes wrong. */
@NullMarked
package dev.sluice.targets.http;

import org.jspecify.annotations.NullMarked;
