/** What every command shares: options, output, progress and exit codes. */
@NullMarked
package dev.sluice.app.cli;

import org.jspecify.annotations.NullMarked;
