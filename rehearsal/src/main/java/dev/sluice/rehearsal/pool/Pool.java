package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.quota.QuotaCategory.USER_READ;

import dev.sluice.rehearsal.user.MadeUser;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the operations on one user pool. */
public final class Pool {

  private final Map<String, Operation> operations;
  private final Tokens tokens;

  public Pool(PoolIdentity pool, Directory directory, boolean shortPages, InstantSource clock) {
    Seal seal = Seal.ofSeed(directory.made().shape().seed());
    PageTokens pages = new PageTokens(seal);
    this.tokens = new Tokens(pool, seal, clock);
    Stream<Operation> onUsers =
        Stream.of(
                new UserListing(directory, pages, shortPages).operations(),
                new GroupReading(pool, directory, pages).operations(),
                new PoolDescription(pool, directory, pages).operations(),
                new UserAdministration(directory, clock).operations(),
                List.of(
                    Operation.signed("AdminGetUser", USER_READ, call -> getUser(directory, call))))
            .flatMap(List::stream)
            .map(operation -> inThisPool(pool, operation));
    this.operations =
        Stream.concat(onUsers, new SignIn(pool, directory, tokens, clock).operations().stream())
            .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
  }

  /** The operation with this name, if the pool answers it. */
  public Optional<Operation> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /** How many refresh tokens were issued and not revoked. */
  public long liveRefreshTokens() {
    return tokens.live();
  }

  /** A challenge with nothing but a name, for a fault. */
  public static Answer challenge(String name) {
    return Challenges.named(name);
  }

  /** The error for a page token that is no good, for a fault. */
  public static CognitoError pageTokenRefused() {
    return PageTokens.refused();
  }

  private static Operation inThisPool(PoolIdentity pool, Operation operation) {
    return Operation.signed(
        operation.name(),
        operation.category(),
        call -> {
          pool.check(call);
          return operation.handler().apply(call);
        });
  }

  private static Answer getUser(Directory directory, Call call) {
    MadeUser user = directory.resolve(call.text("Username")).orElseThrow(CognitoError::noSuchUser);
    return json -> UserJson.writeProfile(json, user);
  }
}
