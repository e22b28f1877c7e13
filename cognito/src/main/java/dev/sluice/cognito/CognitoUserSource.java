package dev.sluice.cognito;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.source.GroupGoneException;
import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.source.Verdict;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Faults;
import dev.sluice.cognito.call.Pages;
import dev.sluice.cognito.call.Patience;
import dev.sluice.cognito.call.QuotaCategory;
import dev.sluice.cognito.call.Reading;
import dev.sluice.cognito.call.RetriedCalls;
import dev.sluice.cognito.pool.Groups;
import dev.sluice.cognito.pool.PoolConfiguration;
import dev.sluice.cognito.pool.PoolInventoryReader;
import dev.sluice.cognito.user.CognitoUserLookup;
import dev.sluice.cognito.user.Shards;
import dev.sluice.cognito.user.UserRecords;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersInGroupResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;

/**
 * A user pool, read with {@code ListUsers} and {@code ListUsersInGroup}, for which no user is
 * billed. Only {@link #find} calls {@code AdminGetUser}, which counts the user as active this
 * month.
 *
 * <p>{@code AttributesToGet} is never sent: with it a page fails when one of its users lacks the
 * attribute.
 */
public final class CognitoUserSource implements UserSource {
  /** The largest page that Cognito returns (service model, {@code QueryLimitType}). */
  private static final int PAGE = 60;

  private final CognitoIdentityProviderClient client;
  private final String pool;
  private final Shards shards;
  private final RetriedCalls calls;
  private final PoolConfiguration configuration;
  private final Groups groups;

  /** Characters (service model). */
  private static final int LONGEST_FILTER = 256;

  private final CognitoUserLookup lookup;
  private final PoolInventoryReader inventory;

  CognitoUserSource(CognitoConnection connection) {
    this(connection, Patience.OF_A_RUN, Patience.OF_A_COMMAND);
  }

  CognitoUserSource(CognitoConnection connection, Reading reading) {
    this(connection, Patience.OF_A_RUN, Patience.OF_A_COMMAND, reading);
  }

  CognitoUserSource(CognitoConnection connection, Patience run, Patience command) {
    this(connection, run, command, connection.options().reading());
  }

  private CognitoUserSource(
      CognitoConnection connection, Patience run, Patience command, Reading reading) {
    this.client = connection.client();
    this.pool = connection.options().userPoolId();
    this.shards = new Shards(reading);
    this.calls = new RetriedCalls(connection, run);
    RetriedCalls commandCalls = new RetriedCalls(connection, command);
    this.configuration = new PoolConfiguration(connection, commandCalls);
    this.inventory = new PoolInventoryReader(connection, commandCalls, configuration);
    this.groups = new Groups(connection, calls);
    this.lookup = new CognitoUserLookup(connection);
  }

  @Override
  public PoolDescription describe() {
    return configuration.describe();
  }

  @Override
  public PoolInventory inventory() {
    return inventory.read();
  }

  @Override
  public List<String> cautions() {
    return configuration.cautions();
  }

  @Override
  public List<Shard> shards() {
    return shards.all();
  }

  @Override
  public Optional<Shard> wholePool() {
    return shards.whole();
  }

  @Override
  public boolean isInAShard(UserId id) {
    return shards.hold(id);
  }

  @Override
  public UserPage read(Shard shard, @Nullable String position) {
    ListUsersResponse page = list(shards.filter(shard), position);
    return new UserPage(
        page.users().stream().map(UserRecords::of).toList(), page.paginationToken());
  }

  @Override
  public List<Group> groups() {
    return groups.all();
  }

  @Override
  public MemberPage members(String group, @Nullable String position) {
    ListUsersInGroupResponse page;
    try {
      page =
          page(
              "ListUsersInGroup",
              position,
              () ->
                  client.listUsersInGroup(
                      r -> r.userPoolId(pool).groupName(group).limit(PAGE).nextToken(position)));
    } catch (SourceException e) {
      if (Faults.noSuchGroup(e.getCause())) {
        throw new GroupGoneException(group, e);
      }
      throw e;
    }
    return new MemberPage(page.users().stream().map(UserRecords::idOf).toList(), page.nextToken());
  }

  @Override
  public Optional<UserRecord> find(String login) {
    return lookup.find(login);
  }

  @Override
  public Optional<UserRecord> find(Verdict.Proven proven, Duration longest) {
    return lookup.find(proven, longest);
  }

  @Override
  public Optional<UserRecord> lookup(UserId id) {
    return Pages.all(
            position -> list(Shards.filter(id), position),
            ListUsersResponse::users,
            ListUsersResponse::paginationToken)
        .stream()
        .map(UserRecords::of)
        .filter(user -> user.id().equals(id))
        .findFirst();
  }

  @Override
  public Optional<UserRecord> seek(String login) {
    return Stream.of("email", "phone_number", "username")
        .filter(attribute -> mayBe(attribute, login))
        .map(attribute -> Shards.filter(attribute, login))
        .filter(filter -> filter.length() <= LONGEST_FILTER)
        .flatMap(filter ->
            list(filter, null).users().stream()
                .map(UserRecords::of)
                .max(Comparator.comparing(Standing::of))
                .stream())
        .findFirst();
  }

  /** Leaves the connection open, which others may share. */
  @Override
  public void close() {}

  private static boolean mayBe(String attribute, String login) {
    return switch (attribute) {
      case "email" -> login.contains("@");
      case "phone_number" -> login.startsWith("+");
      default -> true;
    };
  }

  private ListUsersResponse list(@Nullable String filter, @Nullable String position) {
    return page(
        "ListUsers",
        position,
        () ->
            client.listUsers(
                r -> r.userPoolId(pool).limit(PAGE).filter(filter).paginationToken(position)));
  }

  private <T> T page(String operation, @Nullable String position, Supplier<T> call) {
    try {
      return calls.read(QuotaCategory.USER_LIST, operation, call);
    } catch (SourceException e) {
      if (position != null && Faults.invalid(e.getCause())) {
        throw new PositionRefusedException(
            operation + " no longer knows the position: read the shard from its start.", e);
      }
      throw e;
    }
  }
}
