/** The whole migration on this machine, with made-up users. */
@NullMarked
package dev.sluice.app.demo;

import org.jspecify.annotations.NullMarked;
