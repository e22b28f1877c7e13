package dev.sluice.app.command;

import dev.sluice.app.config.SluiceConfig;
import dev.sluice.cognito.CognitoConnection;
import dev.sluice.migration.ledger.LedgerStore;
import dev.sluice.migration.mapping.UserMapping;
import dev.sluice.migration.run.AttemptLimit;
import dev.sluice.migration.run.FirstLogin;
import dev.sluice.migration.source.PasswordCheck;
import dev.sluice.migration.source.UserSource;
import dev.sluice.migration.target.Target;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Opens what a configuration names, each when it is first asked for: a command that only looks into
 * the ledger loads nothing of AWS. For one thread.
 */
public final class Workshop implements AutoCloseable {
  private final SluiceConfig config;
  private @Nullable LedgerStore ledger;
  private @Nullable CognitoConnection cognito;
  private @Nullable Target target;

  public Workshop(SluiceConfig config) {
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

  /** What decides first logins, with attempts counted from now. */
  public FirstLogin firstLogin() {
    return new FirstLogin(
        ledger().ledger(),
        source(),
        passwords(),
        mapping(),
        new AttemptLimit(InstantSource.system()));
  }

  private CognitoConnection cognito() {
    CognitoConnection open = cognito == null ? CognitoConnection.open(config.source()) : cognito;
    cognito = open;
    return open;
  }

  @Override
  public void close() {
    if (target != null) {
      target.close();
    }
    if (cognito != null) {
      cognito.close();
    }
    if (ledger != null) {
      ledger.close();
    }
  }
}
