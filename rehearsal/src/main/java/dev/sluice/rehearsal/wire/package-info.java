/** The JSON 1.1 protocol over HTTP on loopback. */
@NullMarked
package dev.sluice.rehearsal.wire;

import org.jspecify.annotations.NullMarked;
