/** The systems that users move to, one package each, and the JSON format of users. */
@NullMarked
package dev.sluice.targets;

import org.jspecify.annotations.NullMarked;
