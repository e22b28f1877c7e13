package dev.sluice.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.source.GroupGoneException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.user.UserRecord;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.RehearsalPool;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.Oddity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pools that are not as the documents say, as the source reads them. */
class OddPoolReadingTest {
  private static final int USERS = 1_000;

  @Test
  void what_is_written_in_the_field_is_read_as_it_was_meant() {
    try (RehearsalPool odd =
            RehearsalPool.start(options().with(Oddity.FLAGS_IN_ANY_CASE, Oddity.ODD_IDENTITIES));
        RehearsalPool plain = RehearsalPool.start(options());
        CognitoPool oddPool = CognitoPool.open(at(odd));
        CognitoPool plainPool = CognitoPool.open(at(plain))) {
      Map<String, UserRecord> meant = new HashMap<>();
      EverythingIn.of(plainPool.users()).forEach(user -> meant.put(user.id().value(), user));

      assertThat(EverythingIn.of(oddPool.users()))
          .hasSize(USERS)
          .allSatisfy(user -> {
            UserRecord same = Objects.requireNonNull(meant.get(user.id().value()));
            assertThat(user.emailVerified()).isEqualTo(same.emailVerified());
            assertThat(user.phoneNumberVerified()).isEqualTo(same.phoneNumberVerified());
            assertThat(user.attributes()).doesNotContainKey("identities");
            assertThat(user.identities())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("linkedAt")
                .isEqualTo(same.identities());
          });
    }
  }

  @Test
  void users_whose_sub_begins_with_no_digit_are_in_no_shard_and_in_the_whole_pool() {
    try (RehearsalPool pool = RehearsalPool.start(options().with(Oddity.SUBS_BEYOND_HEX));
        CognitoPool connection = CognitoPool.open(at(pool))) {
      CognitoUserSource users = connection.users();
      Set<String> inShards = new HashSet<>();
      users.shards().forEach(shard -> inShards.addAll(subs(users, shard)));
      Set<String> beyond =
          subs(users, users.wholePool().orElseThrow()).stream()
              .filter(sub -> !inShards.contains(sub))
              .collect(Collectors.toSet());

      assertThat(inShards).hasSize(USERS - USERS / 25);
      assertThat(beyond).hasSize(USERS / 25);
      assertThat(connection.usersInOneChain().wholePool()).isEmpty();
    }
  }

  @Test
  void a_group_that_vanished_is_told_from_a_pool_that_is_not_there() {
    try (ScriptedCognito pool = new ScriptedCognito();
        CognitoPool connection =
            CognitoPool.open(CognitoOptions.of("eu-south-2_OdDgRoup1", "c").at(pool.endpoint()))) {
      pool.refuses("ListUsersInGroup", "ResourceNotFoundException", "Group not found.");
      assertThatThrownBy(() -> connection.users().members("beta", null))
          .isInstanceOf(GroupGoneException.class)
          .hasMessageContaining("beta");
    }
    try (ScriptedCognito pool = new ScriptedCognito();
        CognitoPool connection =
            CognitoPool.open(CognitoOptions.of("eu-south-2_OdDgRoup1", "c").at(pool.endpoint()))) {
      pool.refuses(
          "ListUsersInGroup",
          "ResourceNotFoundException",
          "User pool eu-south-2_OdDgRoup1 does not exist.");
      assertThatThrownBy(() -> connection.users().members("beta", null))
          .isInstanceOfSatisfying(
              SourceException.class, gone -> assertThat(gone.isLasting()).isTrue())
          .isNotInstanceOf(GroupGoneException.class);
    }
  }

  private static List<String> subs(CognitoUserSource users, Shard shard) {
    List<String> subs = new ArrayList<>();
    @Nullable String position = null;
    do {
      UserPage page = users.read(shard, position);
      page.users().forEach(user -> subs.add(user.id().value()));
      position = page.next();
    } while (position != null);
    return subs;
  }

  private static RehearsalOptions options() {
    return RehearsalOptions.standard().withUsers(USERS).withSeed(5).withQuotas(Quotas.off());
  }

  private static CognitoOptions at(RehearsalPool pool) {
    return CognitoOptions.of(pool.userPoolId(), pool.publicClientId())
        .at(pool.endpoint())
        .withRequestsPerSecond(1_000);
  }
}
