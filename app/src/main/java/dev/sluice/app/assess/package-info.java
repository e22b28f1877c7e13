/** What {@code sluice assess} found, in words, as JSON and as a page. */
@NullMarked
package dev.sluice.app.assess;

import org.jspecify.annotations.NullMarked;
