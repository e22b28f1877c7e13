package dev.sluice.app.gateway;

import dev.sluice.migration.ledger.Ledger;
import dev.sluice.migration.ledger.Seals;
import dev.sluice.migration.run.FirstLogin;

/** What the gateway works with; whoever made it closes it, after the gateway. */
public record GatewayParts(FirstLogin firstLogin, Ledger ledger, Seals seals) {}
