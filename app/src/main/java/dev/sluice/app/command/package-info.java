/** The commands: what each reads, says and changes. */
@NullMarked
package dev.sluice.app.command;

import org.jspecify.annotations.NullMarked;
