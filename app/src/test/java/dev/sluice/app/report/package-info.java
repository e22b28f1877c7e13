@NullMarked
package dev.sluice.app.report;

import org.jspecify.annotations.NullMarked;
