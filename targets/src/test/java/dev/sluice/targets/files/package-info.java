@NullMarked
package dev.sluice.targets.files;

import org.jspecify.annotations.NullMarked;
