package dev.sluice.cognito;

import dev.sluice.contracts.PasswordCheckContract;
import dev.sluice.migration.source.PasswordCheck;
import dev.sluice.migration.user.UserId;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** The contract for password checks on a pool that a stand-in holds. */
abstract class PoolPasswordContract extends PasswordCheckContract {
  private final StandInPool pool;
  private final CognitoPool connection;
  private final CognitoPasswordCheck check;

  PoolPasswordContract(StandInPool pool, PasswordFlow flow) {
    this.pool = pool;
    this.connection = CognitoPool.open(pool.options().with(flow));
    this.check = connection.passwords();
  }

  @AfterEach
  void close() {
    check.close();
    connection.close();
  }

  @Override
  protected PasswordCheck check() {
    return check;
  }

  @Override
  protected String login() {
    return pool.login();
  }

  @Override
  protected String password() {
    return pool.password();
  }

  @Override
  protected UserId id() {
    return Objects.requireNonNull(pool.users().get(pool.login()));
  }
}
