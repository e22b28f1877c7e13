/** The program: the command line as a whole, and how a failure is reported. */
@NullMarked
package dev.sluice.app;

import org.jspecify.annotations.NullMarked;
