package dev.sluice.app.wiring;

import dev.sluice.api.pace.Pacing;
import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.target.Target;
import dev.sluice.app.config.SluiceConfig;
import dev.sluice.cognito.CognitoPool;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.login.Confirmations;
import dev.sluice.migration.login.FactorLookup;
import dev.sluice.migration.login.FirstLogin;
import dev.sluice.migration.mapping.UserMapping;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a configuration names, each on first use: a command that only reads the ledger loads
 * no AWS classes. Not thread-safe.
 */
public final class Components implements AutoCloseable {
  private final SluiceConfig config;
  private @Nullable LedgerStore ledger;
  private @Nullable LedgerPacing paces;
  private @Nullable CognitoPool cognito;
  private @Nullable Target target;

  public Components(SluiceConfig config) {
    this.config = config;
  }

  public SluiceConfig config() {
    return config;
  }

  /** Opens the ledger and creates it if there is none. */
  public LedgerStore ledger() {
    LedgerStore open = ledger == null ? LedgerStore.open(config.ledger().url().reveal()) : ledger;
    ledger = open;
    return open;
  }

  /** Opens the ledger read-only; the caller closes it. */
  public LedgerStore ledgerToRead() {
    return LedgerStore.openToRead(config.ledger().url().reveal());
  }

  public UserSource source() {
    return cognito().users();
  }

  /** Opens the pool for reading as one chain of pages, whatever the configuration says. */
  public UserSource sourceInOneChain() {
    return cognito().usersInOneChain();
  }

  /** Returns the listing calls a second that may be made now, at most as many as configured. */
  public double listingRate() {
    return cognito().listingRate();
  }

  public PasswordCheck passwords() {
    return cognito().passwords();
  }

  public Target target() {
    Target open = target == null ? config.target().open() : target;
    target = open;
    return open;
  }

  public UserMapping mapping() {
    return config.mapping();
  }

  /**
   * Opens what decides first logins; attempts are counted for all processes that share the ledger.
   */
  public FirstLogin firstLogin() {
    return new FirstLogin(
        ledger().ledger(),
        source(),
        passwords(),
        mapping(),
        ledger().attempts(config.gateway().token()),
        config.gateway().opening(),
        InstantSource.system());
  }

  /** Opens what finds out whether a yes took effect at a target that does not report it. */
  public Optional<Confirmations> confirmations() {
    Target asked = target();
    return asked.hook().isEmpty() && asked.logins().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Confirmations(
                ledger().ledger(), ledger().assumptions(), asked, InstantSource.system()));
  }

  /** Opens what tells whether a user has a second factor in the pool. */
  public FactorLookup factorLookup() {
    return new FactorLookup(ledger().ledger(), cognito().secondFactorsOfAPerson());
  }

  private CognitoPool cognito() {
    CognitoPool open = cognito == null ? CognitoPool.open(config.source(), pacing()) : cognito;
    cognito = open;
    return open;
  }

  private Pacing pacing() {
    if (ledger != null) {
      return ledger.pacing();
    }
    LedgerPacing open = LedgerPacing.of(config.ledger());
    paces = open;
    return open.pacing();
  }

  @Override
  public void close() {
    if (target != null) {
      target.close();
    }
    if (cognito != null) {
      cognito.close();
    }
    if (paces != null) {
      paces.close();
    }
    if (ledger != null) {
      ledger.close();
    }
  }
}
