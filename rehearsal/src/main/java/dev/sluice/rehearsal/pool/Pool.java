package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.quota.QuotaCategory.USER_READ;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PageTokens;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.pool.call.Seal;
import dev.sluice.rehearsal.pool.signin.ChallengeAnswers;
import dev.sluice.rehearsal.pool.signin.Challenges;
import dev.sluice.rehearsal.pool.signin.Lockouts;
import dev.sluice.rehearsal.pool.signin.RefreshTokens;
import dev.sluice.rehearsal.pool.signin.SecondFactors;
import dev.sluice.rehearsal.pool.signin.SentCode;
import dev.sluice.rehearsal.pool.signin.SignIn;
import dev.sluice.rehearsal.pool.signin.SignInRules;
import dev.sluice.rehearsal.pool.signin.SrpSignIn;
import dev.sluice.rehearsal.pool.signin.Tokens;
import dev.sluice.rehearsal.pool.user.GroupReading;
import dev.sluice.rehearsal.pool.user.ListingHabits;
import dev.sluice.rehearsal.pool.user.UserAdministration;
import dev.sluice.rehearsal.pool.user.UserJson;
import dev.sluice.rehearsal.pool.user.UserListing;
import dev.sluice.rehearsal.user.MadeUser;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** All the operations on one user pool, and on the identity pools beside it. */
public final class Pool {

  private final Map<String, Operation> operations;
  private final Tokens tokens;
  private final Challenges challenges;

  public Pool(PoolIdentity pool, Directory directory, ListingHabits habits, InstantSource clock) {
    Seal seal = Seal.ofSeed(directory.made().shape().seed());
    PageTokens pages = new PageTokens(seal);
    this.tokens = new Tokens(pool, seal, clock);
    Lockouts lockouts = new Lockouts(clock);
    this.challenges = new Challenges(tokens, lockouts, clock);
    JsonNode fixed = FixedSettings.read("pool.json");
    PoolSurroundings surroundings = new PoolSurroundings(pool, fixed);
    Stream<Operation> onThePool =
        Stream.of(
                new UserListing(directory, pages, habits).operations(),
                new GroupReading(pool, directory, pages).operations(),
                new PoolDescription(pool, directory, pages, fixed).operations(),
                surroundings.operations(),
                new UserAdministration(directory, clock).operations(),
                List.of(
                    Operation.signed("AdminGetUser", USER_READ, call -> getUser(directory, call))))
            .flatMap(List::stream)
            .map(operation -> inThisPool(pool, operation));
    this.operations =
        Stream.of(
                onThePool,
                Stream.of(surroundings.domain()),
                new IdentityPools(pool, pages).operations().stream(),
                signIns(pool, directory, lockouts, seal, clock))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
  }

  private Stream<Operation> signIns(
      PoolIdentity pool, Directory directory, Lockouts lockouts, Seal seal, InstantSource clock) {
    SignInRules rules = new SignInRules(directory, lockouts, clock);
    SrpSignIn srp = new SrpSignIn(pool, rules, challenges, seal, clock);
    RefreshTokens refresh = new RefreshTokens(pool, directory, tokens);
    SecondFactors factors = new SecondFactors(lockouts, clock);
    return Stream.of(
            new SignIn(pool, rules, srp, challenges, refresh).operations(),
            new ChallengeAnswers(pool, directory, rules, srp, challenges, factors, clock)
                .operations(),
            refresh.operations())
        .flatMap(List::stream);
  }

  /** Returns the operation with this name, if the pool answers it. */
  public Optional<Operation> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /** Returns how many refresh tokens were issued and not revoked. */
  public long liveRefreshTokens() {
    return tokens.live();
  }

  /** Returns the last code of each kind that this user would have been sent. */
  public List<SentCode> sentTo(MadeUser user) {
    return challenges.sentTo(user);
  }

  /** Returns a challenge that has only a name, for a fault. */
  public static Answer challenge(String name) {
    return Challenges.named(name);
  }

  /** Returns the error for an invalid page token, for a fault. */
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
