/** Runs that serving processes do, one process at a time, and hand on when it ends. */
@NullMarked
package dev.sluice.app.task;

import org.jspecify.annotations.NullMarked;
