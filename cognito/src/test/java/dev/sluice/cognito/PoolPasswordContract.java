package dev.sluice.cognito;

import dev.sluice.api.source.PasswordCheck;
import dev.sluice.api.user.UserId;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.cognito.password.CognitoPasswordCheck;
import dev.sluice.contracts.source.PasswordCheckContract;
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
