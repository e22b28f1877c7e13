/** {@code sluice init}: a commented {@code sluice.yaml} and a gateway token. */
@NullMarked
package dev.sluice.app.init;

import org.jspecify.annotations.NullMarked;
