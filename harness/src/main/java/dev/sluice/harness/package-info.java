/** Real clients and stand-ins that tests drive: a browser, programs on Node.js, packages of npm. */
@NullMarked
package dev.sluice.harness;

import org.jspecify.annotations.NullMarked;
