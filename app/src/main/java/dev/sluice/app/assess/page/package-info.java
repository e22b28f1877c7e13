/** The assessment as one HTML file that needs nothing else. */
@NullMarked
package dev.sluice.app.assess.page;

import org.jspecify.annotations.NullMarked;
