package dev.sluice.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.rehearsal.fault.Fault;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** ListUsers as the service model describes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserListingTest {

  private final PoolUnderTest under = new PoolUnderTest(PoolUnderTest.OPTIONS);

  @AfterAll
  void stop() {
    under.close();
  }

  @Test
  void one_chain_holds_every_user_once_and_not_in_the_order_of_creation() {
    List<String> subs = subsOf(all(null));

    assertThat(subs)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(under.pool.users().map(MadeUser::sub).toList());
    assertThat(subs).isNotEqualTo(under.pool.users().map(MadeUser::sub).toList());
  }

  @Test
  void sixteen_shards_hold_every_user_once_and_are_about_alike() {
    List<List<String>> shards =
        IntStream.range(0, 16)
            .mapToObj(Integer::toHexString)
            .map(digit -> subsOf(all("sub ^= \"" + digit + "\"")))
            .toList();

    assertThat(shards.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(under.pool.users().map(MadeUser::sub).toList());
    assertThat(shards).allSatisfy(shard -> assertThat(shard).hasSizeBetween(70, 85));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 9, 12, 36})
  void a_longer_prefix_of_a_sub_finds_just_those_who_have_it(int length) {
    String prefix = under.pool.user(500).sub().substring(0, length);

    assertThat(subsOf(all("sub ^= \"" + prefix + "\"")))
        .containsExactlyInAnyOrderElementsOf(
            under.pool.users().map(MadeUser::sub).filter(s -> s.startsWith(prefix)).toList());
  }

  @Test
  void every_field_of_a_user_arrives_as_it_was_made() {
    Map<String, UserType> bySub =
        all(null).stream().collect(Collectors.toMap(user -> attribute(user, "sub"), user -> user));

    under
        .pool
        .users()
        .forEach(made -> {
          UserType user = Objects.requireNonNull(bySub.get(made.sub()), made.sub());
          assertThat(user.username()).isEqualTo(made.username());
          assertThat(user.enabled()).isEqualTo(made.enabled());
          assertThat(user.userStatusAsString()).isEqualTo(made.status().name());
          assertThat(user.userCreateDate()).isEqualTo(made.created());
          assertThat(user.userLastModifiedDate()).isEqualTo(made.modified());
          assertThat(
                  user.attributes().stream()
                      .collect(Collectors.toMap(AttributeType::name, AttributeType::value)))
              .isEqualTo(made.attributes());
        });
  }

  @Test
  void users_are_found_by_each_searchable_attribute() {
    MadeUser user = under.a(UserKind.MFA_SMS);

    for (String filter :
        List.of(
            "sub = \"" + user.sub() + "\"",
            "username=\"" + user.username() + "\"",
            "email = \"" + user.email().orElseThrow() + "\"",
            "phone_number = \"" + user.phone().orElseThrow() + "\"",
            "\"email\" ^= \"" + user.email().orElseThrow() + "\"")) {
      assertThat(subsOf(all(filter))).as(filter).containsExactly(user.sub());
    }
    String given = user.attributes().getOrDefault("given_name", "");
    assertThat(subsOf(all("given_name = \"" + given + "\""))).contains(user.sub());
    assertThat(subsOf(all("name ^= \"" + given + "\""))).contains(user.sub());
  }

  @Test
  void users_are_found_by_status_and_by_being_disabled() {
    assertThat(subsOf(all("cognito:user_status = \"UNCONFIRMED\"")))
        .containsExactlyInAnyOrderElementsOf(
            under.pool.users(UserKind.UNCONFIRMED).map(MadeUser::sub).toList());
    assertThat(subsOf(all("status = \"Disabled\"")))
        .containsExactlyInAnyOrderElementsOf(
            under.pool.users(UserKind.DISABLED).map(MadeUser::sub).toList());
  }

  @Test
  void a_shared_email_finds_both_of_its_users() {
    MadeUser owner = under.a(UserKind.DUPLICATE_EMAIL_OWNER);
    MadeUser other = under.a(UserKind.DUPLICATE_EMAIL_OTHER);

    assertThat(subsOf(all("email = \"" + owner.email().orElseThrow() + "\"")))
        .containsExactlyInAnyOrder(owner.sub(), other.sub());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "email = x",
        "email = \"a\" and name = \"b\"",
        "custom:plan = \"pro\"",
        "locale = \"de\"",
        "email > \"a\"",
        "email = \"un\"quoted\""
      })
  void a_filter_that_cognito_does_not_take_is_refused(String filter) {
    assertThatThrownBy(() -> under.list(r -> r.filter(filter)))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void a_limit_above_60_is_refused_and_0_asks_for_60() {
    assertThatThrownBy(() -> under.list(r -> r.limit(61)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("less than or equal to 60");
    assertThat(under.list(r -> r.limit(0)).users()).hasSize(60);
    assertThat(under.list(r -> r.limit(7)).users()).hasSize(7);
  }

  @Test
  void a_page_token_goes_only_with_the_parameters_it_was_given_for() {
    String token = under.list(r -> r.filter("sub ^= \"a\"").limit(10)).paginationToken();

    assertThat(under.list(r -> r.filter("sub ^= \"a\"").limit(10).paginationToken(token)).users())
        .isNotEmpty();
    assertRefused(() -> under.list(r -> r.filter("sub ^= \"b\"").limit(10).paginationToken(token)));
    assertRefused(() -> under.list(r -> r.filter("sub ^= \"a\"").limit(11).paginationToken(token)));
    assertRefused(() -> under.list(r -> r.paginationToken("bm90IG91cnM=")));
    assertRefused(() -> under.list(r -> r.paginationToken("!")));
  }

  @Test
  void a_refused_page_token_leaves_first_pages_alone() {
    String token = under.list(r -> r.limit(10)).paginationToken();
    under.pool.faults().next(1, "ListUsers", new Fault.PageTokenRefused());

    assertThat(under.list(r -> r.limit(10)).users()).hasSize(10);
    assertRefused(() -> under.list(r -> r.limit(10).paginationToken(token)));
    assertThat(under.list(r -> r.limit(10).paginationToken(token)).users()).isNotEmpty();
  }

  @Test
  void asking_for_attributes_fails_when_one_user_lacks_one() {
    String filter = "sub = \"" + under.a(UserKind.NO_EMAIL).sub() + "\"";

    assertThat(under.list(r -> r.filter(filter).attributesToGet("sub")).users().getFirst())
        .satisfies(user -> assertThat(user.attributes()).hasSize(1));
    assertRefused(() -> under.list(r -> r.filter(filter).attributesToGet("sub", "email")));
  }

  @Test
  void some_page_is_short_and_not_the_last() {
    List<Integer> sizes = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      ListUsersResponse page = under.list(r -> r.limit(9).paginationToken(from));
      sizes.add(page.users().size());
      token = page.paginationToken();
    } while (token != null);

    assertThat(sizes.subList(0, sizes.size() - 1)).contains(9).anyMatch(size -> size < 9);
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(InvalidParameterException.class);
  }

  private List<UserType> all(@Nullable String filter) {
    List<UserType> users = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      ListUsersResponse page = under.list(r -> r.filter(filter).paginationToken(from));
      users.addAll(page.users());
      token = page.paginationToken();
    } while (token != null);
    return users;
  }

  private static List<String> subsOf(List<UserType> users) {
    return users.stream().map(user -> attribute(user, "sub")).toList();
  }

  private static String attribute(UserType user, String name) {
    return user.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(AttributeType::value)
        .findFirst()
        .orElseThrow();
  }
}
