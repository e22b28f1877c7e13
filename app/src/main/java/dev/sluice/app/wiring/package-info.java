/** Puts the parts together: opens what a configuration names, and closes it again. */
@NullMarked
package dev.sluice.app.wiring;

import org.jspecify.annotations.NullMarked;
