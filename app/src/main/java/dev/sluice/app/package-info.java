/** The program: reads the command line and the configuration, and puts the parts together. */
@NullMarked
package dev.sluice.app;

import org.jspecify.annotations.NullMarked;
