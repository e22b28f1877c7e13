package dev.sluice.cognito;

import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserId;
import dev.sluice.cognito.call.Reading;
import dev.sluice.contracts.source.SourceContract;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** The source contract on a pool that a stand-in holds. */
abstract class PoolSourceContract extends SourceContract {
  private final StandInPool pool;
  private final CognitoPool sharded;
  private final CognitoPool chained;

  PoolSourceContract(StandInPool pool) {
    this.pool = pool;
    this.sharded = CognitoPool.open(pool.options());
    this.chained = CognitoPool.open(pool.options().with(Reading.ONE_CHAIN));
  }

  @AfterEach
  void close() {
    sharded.close();
    chained.close();
  }

  @Override
  protected UserSource sharded() {
    return sharded.users();
  }

  @Override
  protected UserSource inOneChain() {
    return chained.users();
  }

  @Override
  protected Set<UserId> everybody() {
    return Set.copyOf(pool.users().values());
  }

  @Override
  protected Map<String, Set<UserId>> members() {
    return pool.members();
  }
}
