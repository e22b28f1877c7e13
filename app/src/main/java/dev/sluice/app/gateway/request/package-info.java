/** Authentication and the reading of request bodies, before any endpoint. */
@NullMarked
package dev.sluice.app.gateway.request;

import org.jspecify.annotations.NullMarked;
