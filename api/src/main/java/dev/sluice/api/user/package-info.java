/** The users being moved: as they were read, and as they will be written. */
@NullMarked
package dev.sluice.api.user;

import org.jspecify.annotations.NullMarked;
