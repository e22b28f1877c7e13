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
 * Opens what a configuration names, each when it is first asked for: a command that only looks into
 * the ledger loads nothing of AWS. For one thread.
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

  /** The ledger, made when there is none. */
  public LedgerStore ledger() {
    LedgerStore open = ledger == null ? LedgerStore.open(config.ledger().url().reveal()) : ledger;
    ledger = open;
    return open;
  }

  /** The ledger for looking only; to be closed by the caller. */
  public LedgerStore ledgerToRead() {
    return LedgerStore.openToRead(config.ledger().url().reveal());
  }

  public UserSource source() {
    return cognito().users();
  }

  /** The pool read as one chain of pages, whatever the configuration says. */
  public UserSource sourceInOneChain() {
    return cognito().usersInOneChain();
  }

  /** Listing calls a second that may be made now, at most those of the configuration. */
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

  /** What decides first logins; attempts are counted for all who share the ledger. */
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

  /** What finds out whether the target has made something of a yes; where it does not tell. */
  public Optional<Confirmations> confirmations() {
    Target asked = target();
    return asked.hook().isEmpty() && asked.logins().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Confirmations(
                ledger().ledger(), ledger().assumptions(), asked, InstantSource.system()));
  }

  /** What tells whether somebody has a second factor in the pool. */
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
