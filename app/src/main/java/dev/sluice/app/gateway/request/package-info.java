/** What comes before any endpoint: who may ask, and how a body is read. */
@NullMarked
package dev.sluice.app.gateway.request;

import org.jspecify.annotations.NullMarked;
