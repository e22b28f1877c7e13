package dev.sluice.rehearsal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeUsersTest {

  private static final PoolShape SHAPE =
      new PoolShape(9, 3001, "ap-southeast-2", SignInBy.USERNAME_OR_VERIFIED_ALIAS, true, 3, false);

  private final MadeUsers users = new MadeUsers(SHAPE);
  private final MadeUserLookup lookup = new MadeUserLookup(users);

  @Test
  void the_same_seed_makes_the_same_users_and_another_seed_others() {
    PoolShape other = new PoolShape(10, 3001, "ap-southeast-2", SHAPE.signInBy(), true, 3, false);

    assertThat(everybody(new MadeUsers(SHAPE))).isEqualTo(everybody(users));
    assertThat(new MadeUsers(other).user(0).sub()).isNotEqualTo(users.user(0).sub());
  }

  @Test
  void no_two_users_share_a_sub_or_a_username() {
    assertThat(everybody(users)).extracting(MadeUser::sub).doesNotHaveDuplicates();
    assertThat(everybody(users)).extracting(MadeUser::username).doesNotHaveDuplicates();
  }

  @Test
  void every_kind_has_its_share_of_each_block() {
    Map<UserKind, Long> counts =
        LongStream.range(0, 3000)
            .mapToObj(users::user)
            .collect(Collectors.groupingBy(MadeUser::kind, Collectors.counting()));

    for (UserKind kind : UserKind.values()) {
      assertThat(counts.get(kind)).as(kind.name()).isEqualTo(15L * kind.inEachBlock());
    }
  }

  @Test
  void a_sub_looks_like_a_uuid_and_gives_its_number_back() {
    for (long index : List.of(0L, 1L, 65_535L, 65_536L, 40_000_000L, 999_999_999L)) {
      String sub = users.subs().sub(index);

      assertThat(sub).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(users.subs().index(sub)).hasValue(index);
    }
  }

  @Test
  void a_sub_that_was_never_made_has_no_number() {
    String sub = users.subs().sub(17);
    String changed = sub.substring(0, 35) + (sub.endsWith("0") ? "1" : "0");

    for (String no :
        List.of(changed, "", "x", "00000000-0000-0000-0000-000000000000", "🙂".repeat(18))) {
      assertThat(users.subs().index(no)).isEmpty();
    }
  }

  @Test
  void the_fixed_digits_of_a_sub_are_those_seen_in_its_region() {
    assertThat(new Subs(1, "us-east-1").sub(5)).matches(".4.8.4.8-.*");
    assertThat(new Subs(1, "us-west-2").sub(5)).matches(".8.1.3.0-.*");
  }

  @Test
  void every_user_is_found_by_each_of_its_names() {
    for (MadeUser user : everybody(users)) {
      assertThat(lookup.candidates(user.sub())).contains(user.index());
      assertThat(lookup.candidates(user.username())).as(user.username()).contains(user.index());
      user.email().ifPresent(email -> assertThat(lookup.candidates(email)).contains(user.index()));
      user.phone().ifPresent(phone -> assertThat(lookup.candidates(phone)).contains(user.index()));
    }
  }

  @Test
  void text_that_is_nobodys_name_finds_nobody() {
    for (String text :
        List.of(
            "",
            ".",
            "+",
            "+999",
            "a.-1",
            "Google_",
            "Facebook_-00000000001",
            "zzzzzzzzzz",
            "+9990000009999",
            "CorpSaml_")) {
      assertThat(lookup.candidates(text)).as(text).isEmpty();
    }
  }

  @Test
  void a_linked_user_and_its_earlier_profile_name_the_same_identity() {
    List<MadeUser> natives = users.ofKind(UserKind.LINKED).toList();

    assertThat(natives).isNotEmpty();
    for (MadeUser linked : natives) {
      MadeUser earlier = users.user(users.mate(linked.index()));
      LinkedIdentity identity = linked.identities().getFirst();
      assertThat(earlier.kind()).isEqualTo(UserKind.LINKED_EARLIER_PROFILE);
      assertThat(earlier.identities().getFirst().userId()).isEqualTo(identity.userId());
      assertThat(earlier.username())
          .isEqualTo(identity.provider().providerName() + "_" + identity.userId());
      assertThat(earlier.identities().getFirst().primary()).isTrue();
      assertThat(identity.primary()).isFalse();
      assertThat(earlier.email()).isEqualTo(linked.email());
      assertThat(linked.attributes().get("identities")).contains(identity.userId());
    }
  }

  @Test
  void case_twins_differ_by_nothing_else() {
    MadeUser lower = users.ofKind(UserKind.CASE_TWIN_LOWER).findFirst().orElseThrow();
    MadeUser upper = users.user(users.mate(lower.index()));

    assertThat(upper.username())
        .isNotEqualTo(lower.username())
        .isEqualToIgnoringCase(lower.username());
  }

  @Test
  void the_longest_names_reach_cognitos_bounds() {
    MadeUser user = users.ofKind(UserKind.LONGEST_NAMES).findFirst().orElseThrow();

    assertThat(user.username()).hasSize(128);
    assertThat(user.password()).hasSize(256);
  }

  @ParameterizedTest
  @EnumSource(UserKind.class)
  void values_stay_within_cognitos_bounds_and_nobody_real_can_be_reached(UserKind kind) {
    users
        .ofKind(kind)
        .limit(50)
        .forEach(user -> {
          assertThat(user.username()).hasSizeBetween(1, 128);
          assertThat(user.password()).hasSizeBetween(8, 256).doesNotMatch("^\\s.*|.*\\s$");
          assertThat(user.toString()).doesNotContain(user.password());
          user.email().ifPresent(email -> assertThat(email).matches(".*@example\\.(com|org|net)"));
          user.phone().ifPresent(phone -> assertThat(phone).matches("\\+999\\d{10}"));
          assertThat(user.attributes().values())
              .allSatisfy(value ->
                  assertThat(value.getBytes(StandardCharsets.UTF_8))
                      .hasSizeLessThanOrEqualTo(2048));
        });
  }

  @Test
  void a_pool_of_ordinary_users_has_no_others() {
    MadeUsers ordinary =
        new MadeUsers(new PoolShape(9, 500, "eu-west-1", SHAPE.signInBy(), true, 0, true));

    assertThat(everybody(ordinary))
        .allMatch(MadeUser::canLogIn)
        .allMatch(u -> u.groups().isEmpty());
  }

  @Test
  void a_shuffle_holds_every_number_once() {
    for (long size : List.of(1L, 2L, 3L, 77L, 1000L)) {
      assertThat(LongStream.range(0, size).map(new Shuffle(5, size)::at).boxed())
          .containsExactlyInAnyOrderElementsOf(LongStream.range(0, size).boxed().toList());
    }
  }

  @Test
  void in_a_pool_of_ten_million_a_user_is_found_and_a_shard_entered_without_looking_at_others() {
    MadeUsers many =
        new MadeUsers(new PoolShape(9, 10_000_000, "eu-west-1", SHAPE.signInBy(), true, 3, false));
    MadeUser user = many.user(8_765_432);
    Progression shard = new MadeUserLookup(many).bySubPrefix("c");

    assertThat(new MadeUserLookup(many).candidates(user.sub())).contains(8_765_432L);
    assertThat(shard.count()).isEqualTo(625_000);
    assertThat(many.user(shard.at(624_999)).sub()).startsWith("c");
  }

  private static List<MadeUser> everybody(MadeUsers users) {
    return LongStream.range(0, users.shape().users()).mapToObj(users::user).toList();
  }
}
