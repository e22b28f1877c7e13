/** A folder with all users as JSON lines, for systems that are fed with a file. */
@NullMarked
package dev.sluice.targets.files;

import org.jspecify.annotations.NullMarked;
