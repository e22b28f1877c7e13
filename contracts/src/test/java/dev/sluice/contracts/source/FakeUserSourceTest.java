package dev.sluice.contracts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeUserSourceTest extends SourceContract {
  private static final List<UserRecord> USERS =
      IntStream.range(0, 150).mapToObj(FakeUserSourceTest::user).toList();

  @Override
  protected UserSource sharded() {
    return new FakeUserSource(USERS).withPagesOf(7);
  }

  @Override
  protected UserSource inOneChain() {
    return new FakeUserSource(USERS).withPagesOf(7).inOneChain();
  }

  @Override
  protected Set<UserId> everybody() {
    return USERS.stream().map(UserRecord::id).collect(Collectors.toSet());
  }

  @Override
  protected Map<String, Set<UserId>> members() {
    return Map.of("thirds", inGroup("thirds"), "all of them", inGroup("all of them"));
  }

  @Test
  void a_failure_is_thrown_once_and_then_the_read_goes_on() {
    FakeUserSource source = new FakeUserSource(USERS);
    source.failNext(new SourceException("the pool sleeps"));

    assertThatThrownBy(() -> source.read(new Shard("sub-0"), null)).hasMessage("the pool sleeps");
    assertThat(source.read(new Shard("sub-0"), null).users()).isNotEmpty();
  }

  @Test
  void a_removed_user_and_an_empty_group_are_as_one_would_think() {
    FakeUserSource source = new FakeUserSource(USERS);
    source.remove(USERS.getFirst().id());
    source.put(new Group("nobody", "nobody yet", 9));

    assertThat(readAll(source)).hasSize(149);
    assertThat(source.members("nobody", null).members()).isEmpty();
    assertThat(source.groups()).contains(new Group("nobody", "nobody yet", 9));
  }

  @Test
  void looking_somebody_up_is_counted_for_it_may_cost_the_owner_money() {
    FakeUserSource source = new FakeUserSource(USERS);
    assertThat(source.find("PERSON-5@EXAMPLE.ORG")).contains(USERS.get(5));
    assertThat(source.finds()).isEqualTo(1);
  }

  private static Set<UserId> inGroup(String group) {
    return USERS.stream()
        .filter(user -> user.groups().contains(group))
        .map(UserRecord::id)
        .collect(Collectors.toSet());
  }

  private static UserRecord user(int n) {
    return new UserRecord(
        new UserId("%x-%04d".formatted(n % 16, n)),
        "person-" + n,
        SourceStatus.CONFIRMED,
        n % 10 != 3,
        Map.of("email", "person-" + n + "@example.org", "email_verified", "true"),
        List.of(),
        n % 3 == 0 ? List.of("thirds", "all of them") : List.of("all of them"),
        Instant.parse("2021-02-03T04:05:06Z").plusSeconds(n),
        Instant.parse("2024-05-06T07:08:09Z"));
  }
}
