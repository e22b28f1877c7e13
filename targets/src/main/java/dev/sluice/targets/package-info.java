/** The systems that people move to, one package each, and the JSON in which users travel. */
@NullMarked
package dev.sluice.targets;

import org.jspecify.annotations.NullMarked;
