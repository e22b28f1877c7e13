/** The assessment in words and as JSON. */
@NullMarked
package dev.sluice.app.assess.text;

import org.jspecify.annotations.NullMarked;
