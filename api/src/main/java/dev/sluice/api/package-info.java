/**
 * Types that authors of targets, sources and tools read; they depend on no other module of Sluice.
 */
@NullMarked
package dev.sluice.api;

import org.jspecify.annotations.NullMarked;
