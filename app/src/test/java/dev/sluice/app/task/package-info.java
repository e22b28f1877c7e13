@NullMarked
package dev.sluice.app.task;

import org.jspecify.annotations.NullMarked;
