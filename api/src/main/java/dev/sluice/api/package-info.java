/** What the authors of targets, sources and tools read; it depends on nothing else of ours. */
@NullMarked
package dev.sluice.api;

import org.jspecify.annotations.NullMarked;
