/** The durable record of every user: state, when, by whom and why. */
@NullMarked
package dev.sluice.api.ledger;

import org.jspecify.annotations.NullMarked;
