/** Runs that serving processes execute, one process at a time, and hand on if it ends. */
@NullMarked
package dev.sluice.app.task;

import org.jspecify.annotations.NullMarked;
