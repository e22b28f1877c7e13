@NullMarked
package dev.sluice.app.command;

import org.jspecify.annotations.NullMarked;
