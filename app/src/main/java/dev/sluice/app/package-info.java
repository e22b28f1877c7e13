/** The program: the command line as a whole, and how it reports failures. */
@NullMarked
package dev.sluice.app;

import org.jspecify.annotations.NullMarked;
