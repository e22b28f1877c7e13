/** Tests of the page, in a browser. */
@NullMarked
package dev.sluice.app.assess.page;

import org.jspecify.annotations.NullMarked;
