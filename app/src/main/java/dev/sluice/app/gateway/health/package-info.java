/** The gateway's health, and the ledger's figures as metrics. */
@NullMarked
package dev.sluice.app.gateway.health;

import org.jspecify.annotations.NullMarked;
