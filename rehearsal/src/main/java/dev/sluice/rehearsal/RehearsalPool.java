package dev.sluice.rehearsal;

import dev.sluice.rehearsal.fault.Faults;
import dev.sluice.rehearsal.pool.Pool;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.pool.signin.SentCode;
import dev.sluice.rehearsal.pool.user.ListingHabits;
import dev.sluice.rehearsal.quota.Throttle;
import dev.sluice.rehearsal.user.HostileKind;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MadeUsers;
import dev.sluice.rehearsal.user.Oddity;
import dev.sluice.rehearsal.user.UserKind;
import dev.sluice.rehearsal.wire.CallMeter;
import dev.sluice.rehearsal.wire.CodePage;
import dev.sluice.rehearsal.wire.CognitoProtocol;
import dev.sluice.rehearsal.wire.Delay;
import dev.sluice.rehearsal.wire.RehearsalPages;
import dev.sluice.rehearsal.wire.WireServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A user pool on 127.0.0.1 that answers as Amazon Cognito does, with made-up users.
 *
 * <p>Any credentials may sign the requests. The users are computed from their numbers, so that a
 * pool of millions takes no more memory than a small one.
 */
public final class RehearsalPool implements AutoCloseable {

  private final MadeUsers users;
  private final Directory directory;
  private final PoolIdentity identity;
  private final Pool pool;
  private final Faults faults = new Faults();
  private final CallMeter meter = new CallMeter();
  private final WireServer server;

  private RehearsalPool(RehearsalOptions options) {
    this.users = new MadeUsers(options.shape());
    this.directory = new Directory(users);
    this.identity =
        new PoolIdentity(
            options.region(),
            options.region() + "_Rehearse1",
            List.of(client(options, "rehearsal-app", true), client(options, "public-app", false)));
    ListingHabits habits =
        new ListingHabits(
            options.shortPages(),
            options.prefixesReachEverybody(),
            options.oddities().contains(Oddity.USERS_LISTED_TWICE));
    this.pool = new Pool(identity, directory, habits, options.clock());
    Delay delay =
        new Delay(
            options.latency().base(),
            options.latency().jitter(),
            new SplittableRandom(options.seed()));
    Throttle throttle = new Throttle(options.quotas(), options.clock());
    this.server =
        WireServer.start(
            options.port(),
            new CognitoProtocol(pool, faults, throttle, delay, meter, options.permissions()),
            new RehearsalPages(
                faults, meter, users, new CodePage(directory, pool, options.clock())));
  }

  /**
   * Starts a pool; close it to free the port.
   *
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static RehearsalPool start(RehearsalOptions options) {
    return new RehearsalPool(options);
  }

  private static AppClient client(RehearsalOptions options, String name, boolean hasSecret) {
    return AppClient.made(
        options.seed(), name, hasSecret, options.authFlows(), options.preventUserExistenceErrors());
  }

  /** Returns where it answers, for example {@code http://127.0.0.1:5055}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port());
  }

  public int port() {
    return server.port();
  }

  public String userPoolId() {
    return identity.id();
  }

  public String region() {
    return identity.region();
  }

  /** Returns the app client that has a secret, so that every login needs a SECRET_HASH. */
  public String clientId() {
    return identity.clients().getFirst().id();
  }

  public String clientSecret() {
    return identity.clients().getFirst().secret().orElseThrow();
  }

  /** Returns the app client without a secret. */
  public String publicClientId() {
    return identity.clients().getLast().id();
  }

  /** Returns the user with this number as it was made, 0 to below the number of users. */
  public MadeUser user(long index) {
    if (index < 0 || index >= users.shape().users()) {
      throw new IllegalArgumentException(
          "There are %,d users, numbered from 0; there is no user %,d."
              .formatted(users.shape().users(), index));
    }
    return users.user(index);
  }

  /** Returns all users as they were made, in order of their numbers. */
  public Stream<MadeUser> users() {
    return LongStream.range(0, users.shape().users()).mapToObj(users::user);
  }

  /** Returns the users of one kind as they were made, in order of their numbers. */
  public Stream<MadeUser> users(UserKind kind) {
    return users.ofKind(kind);
  }

  /** Returns the users who are hostile in one way as they were made, in order of their numbers. */
  public Stream<MadeUser> users(HostileKind kind) {
    return users.ofKind(kind);
  }

  /** Returns a user as it is now, by sub, username, or verified email or phone number. */
  public Optional<MadeUser> find(String name) {
    return directory.resolve(name);
  }

  /** Returns the last code of each kind that this user would have been sent, by SMS or email. */
  public List<SentCode> sentTo(MadeUser user) {
    return pool.sentTo(user);
  }

  /** Returns how many calls there were so far. */
  public CallCounts calls() {
    return new CallCounts(meter.byOperation(), meter.byError());
  }

  /** Returns how many refresh tokens were issued and not revoked. */
  public long liveRefreshTokens() {
    return pool.liveRefreshTokens();
  }

  /** Returns the faults that are to occur; settable at any time. */
  public Faults faults() {
    return faults;
  }

  /** Frees the port and ends every call that is under way. */
  @Override
  public void close() {
    server.close();
  }
}
