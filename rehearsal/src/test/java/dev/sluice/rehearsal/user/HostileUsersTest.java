package dev.sluice.rehearsal.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HostileUsersTest {
  private static final int USERS = 3_001;

  @ParameterizedTest
  @EnumSource
  void a_pool_has_every_hostile_kind_that_it_can_have(SignInBy signInBy) {
    MadeUsers users = pool(signInBy, 100);
    Set<HostileKind> seen = new HashSet<>();
    everybody(users).forEach(user -> users.hostileKind(user.index()).ifPresent(seen::add));

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            Set.of(HostileKind.values()).stream()
                .filter(kind -> kind.isPossible(users.shape()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void every_hostile_user_is_found_by_each_of_its_names(SignInBy signInBy) {
    MadeUsers users = pool(signInBy, 100);
    MadeUserLookup lookup = new MadeUserLookup(users);

    for (MadeUser user : everybody(users)) {
      assertThat(lookup.candidates(user.username())).as(user.username()).contains(user.index());
      user.email()
          .ifPresent(
              email -> assertThat(lookup.candidates(email)).as(email).contains(user.index()));
      user.phone().ifPresent(phone -> assertThat(lookup.candidates(phone)).contains(user.index()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void cognito_would_take_every_username_and_no_two_are_one(SignInBy signInBy) {
    List<MadeUser> everybody = everybody(pool(signInBy, 100));

    assertThat(everybody).extracting(MadeUser::username).doesNotHaveDuplicates();
    assertThat(everybody)
        .allSatisfy(user -> {
          assertThat(user.username()).matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
          assertThat(user.username().codePointCount(0, user.username().length())).isBetween(1, 128);
        });
  }

  /** In a pool of both addresses an unverified one may be another's. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "EMAIL_OR_PHONE")
  void a_login_in_place_of_a_username_is_one_users_alone(SignInBy signInBy) {
    assertThat(everybody(pool(signInBy, 100)).stream().filter(user -> !user.isFederated()))
        .hasSizeGreaterThan(USERS / 2)
        .extracting(MadeUser::login)
        .doesNotHaveDuplicates();
  }

  @Test
  void nobody_real_can_be_reached() {
    assertThat(everybody(pool(SignInBy.USERNAME_OR_VERIFIED_ALIAS, 100)))
        .allSatisfy(user ->
            user.email()
                .ifPresent(email ->
                    assertThat(email)
                        .matches("(?is).*@(example\\.(com|org|net)|[^.@]+\\.example)")));
  }

  @Test
  void the_names_of_groups_are_as_cognito_takes_them_and_are_found_again() {
    GroupRoster roster = new GroupRoster(40, 1_000, true);

    for (int group = 6; group < roster.count(); group++) {
      assertThat(roster.name(group)).matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}");
      assertThat(roster.number(roster.name(group))).hasValue(group);
    }
  }

  @Test
  void users_who_are_not_hostile_are_as_in_a_pool_without_hostile_users() {
    MadeUsers plain = pool(SignInBy.USERNAME_OR_VERIFIED_ALIAS, 0);
    MadeUsers half = pool(SignInBy.USERNAME_OR_VERIFIED_ALIAS, 50);
    List<MadeUser> others =
        everybody(half).stream()
            .filter(user -> half.hostileKind(user.index()).isEmpty())
            .map(user -> user.withGroups(List.of(), user.modified()))
            .toList();

    assertThat(others)
        .hasSizeBetween(USERS / 2, USERS * 9 / 10)
        .allSatisfy(user ->
            assertThat(user)
                .isEqualTo(plain.user(user.index()).withGroups(List.of(), user.modified())));
    assertThat(everybody(plain)).noneMatch(user -> plain.hostileKind(user.index()).isPresent());
  }

  @Test
  void ages_are_such_that_the_owner_was_the_last_to_verify_the_address() {
    MadeUsers users = pool(SignInBy.USERNAME_OR_VERIFIED_ALIAS, 100);

    assertThat(users.ofKind(HostileKind.DEAD_EMAIL_OLDER).toList())
        .isNotEmpty()
        .allSatisfy(older -> {
          MadeUser owner = users.user(users.circles().circle(older.index()).getFirst());
          assertThat(older.email()).isEqualTo(owner.email());
          assertThat(older.modified()).isBefore(owner.modified());
        });
  }

  private static MadeUsers pool(SignInBy signInBy, int hostile) {
    return new MadeUsers(
        new PoolShape(9, USERS, "eu-west-1", signInBy, true, 3, false, hostile, Set.of()));
  }

  private static List<MadeUser> everybody(MadeUsers users) {
    return LongStream.range(0, USERS).mapToObj(users::user).collect(Collectors.toList());
  }
}
