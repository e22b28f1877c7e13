/** The whole migration on this machine, with nobody's real users. */
@NullMarked
package dev.sluice.app.demo;

import org.jspecify.annotations.NullMarked;
