/** {@code sluice bulk}: its plan, its run and its report. */
@NullMarked
package dev.sluice.app.bulk;

import org.jspecify.annotations.NullMarked;
