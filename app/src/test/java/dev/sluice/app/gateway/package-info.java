@NullMarked
package dev.sluice.app.gateway;

import org.jspecify.annotations.NullMarked;
