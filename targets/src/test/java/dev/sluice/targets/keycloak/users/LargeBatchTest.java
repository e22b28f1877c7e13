package dev.sluice.targets.keycloak.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.HttpStub.Request;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.api.AdminCredentials;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens to users who together, or alone, are more than one request can carry. */
class LargeBatchTest {
  private static final String USERS = "POST /admin/realms/customers/sluice/users";

  private final HttpStub keycloak = HttpStub.keycloak().on(USERS, LargeBatchTest::created);
  private final Target target = target(keycloak);

  @AfterEach
  void close() {
    target.close();
    keycloak.close();
  }

  @Test
  void ordinary_users_go_in_one_request() {
    List<PlannedUser> users =
        Stream.generate(() -> PlannedUserBuilder.full().build()).limit(500).toList();

    assertThat(target.write(users)).containsExactlyElementsOf(allCreated(users));
    assertThat(keycloak.requests(USERS)).hasSize(1);
  }

  @Test
  void a_batch_of_thirty_megabytes_is_cut_and_answered_in_order() {
    List<PlannedUser> users = Stream.generate(() -> large(60_000)).limit(500).toList();

    assertThat(target.write(users)).containsExactlyElementsOf(allCreated(users));

    List<Request> requests = keycloak.requests(USERS);
    assertThat(requests).hasSizeBetween(8, 9).allMatch(request -> bytes(request) < 4_010_000);
    assertThat(requests.stream().flatMap(request -> ids(request).stream()))
        .containsExactlyElementsOf(users.stream().map(user -> user.id().value()).toList());
  }

  @Test
  void sizes_are_counted_in_bytes_and_not_in_letters() {
    PlannedUser user =
        PlannedUserBuilder.plain()
            .attributes(Map.of("note", List.of("\u5c0f".repeat(1_300_000))))
            .build();
    PlannedUser other = large(200_000);

    target.write(List.of(user, other));

    assertThat(keycloak.requests(USERS)).hasSize(2);
    assertThat(bytes(keycloak.requests(USERS).getFirst())).isGreaterThan(3_900_000);
  }

  @Test
  void a_user_of_more_than_four_megabytes_goes_alone() {
    List<PlannedUser> users = List.of(large(10), large(6_000_000), large(20));

    assertThat(target.write(users)).containsExactlyElementsOf(allCreated(users));
    assertThat(keycloak.requests(USERS))
        .extracting(request -> ids(request).size())
        .containsExactly(1, 1, 1);
  }

  @Test
  void a_user_whom_no_request_can_carry_is_refused_and_the_others_are_written() {
    PlannedUser before = large(30);
    PlannedUser huge = large(11_000_000);
    PlannedUser after = large(40);

    List<WriteOutcome> outcomes = target.write(List.of(before, huge, after));

    assertThat(outcomes.get(0)).isEqualTo(new WriteOutcome.Created(before.id()));
    assertRefused(outcomes.get(1), huge.id());
    assertThat(outcomes.get(2)).isEqualTo(new WriteOutcome.Created(after.id()));
    assertThat(keycloak.requests(USERS)).noneMatch(request -> bytes(request) > 1_000_000);
  }

  @Test
  void a_proxy_that_takes_less_gets_less_at_a_time() {
    keycloak.on(USERS, request -> bytes(request) > 1_000_000 ? tooLarge() : created(request));
    List<PlannedUser> users = new ArrayList<>();
    Stream.generate(() -> large(300_000)).limit(7).forEach(users::add);
    PlannedUser huge = large(1_500_000);
    users.add(3, huge);

    List<WriteOutcome> outcomes = new ArrayList<>(target.write(users));

    assertThat(outcomes)
        .extracting(WriteOutcome::id)
        .containsExactlyElementsOf(users.stream().map(PlannedUser::id).toList());
    assertRefused(outcomes.remove(3), huge.id());
    assertThat(outcomes).hasSize(7).allMatch(WriteOutcome.Created.class::isInstance);
  }

  @Test
  void trouble_on_the_way_puts_off_those_who_are_left_and_asks_no_more() {
    AtomicInteger asked = new AtomicInteger();
    keycloak.on(
        USERS, request -> asked.incrementAndGet() == 2 ? Reply.of(503, "") : created(request));
    List<PlannedUser> users = Stream.generate(() -> large(3_000_000)).limit(4).toList();

    List<WriteOutcome> outcomes = target.write(users);

    assertThat(outcomes)
        .extracting(WriteOutcome::id)
        .containsExactlyElementsOf(users.stream().map(PlannedUser::id).toList());
    assertThat(outcomes.getFirst()).isInstanceOf(WriteOutcome.Created.class);
    assertThat(outcomes.subList(1, 4)).allMatch(WriteOutcome.TryLater.class::isInstance);
    assertThat(asked).hasValue(2);
  }

  private static void assertRefused(WriteOutcome outcome, UserId id) {
    assertThat(outcome.id()).isEqualTo(id);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused ->
                assertThat(refused.problem()).contains("bytes of JSON", "mapping.attributes"));
  }

  private static PlannedUser large(int letters) {
    return PlannedUserBuilder.plain()
        .attributes(Map.of("note", List.of("n".repeat(letters))))
        .build();
  }

  private static List<WriteOutcome> allCreated(List<PlannedUser> users) {
    return users.stream().<WriteOutcome>map(user -> new WriteOutcome.Created(user.id())).toList();
  }

  private static int bytes(Request request) {
    return request.body().getBytes(StandardCharsets.UTF_8).length;
  }

  private static List<String> ids(Request request) {
    return JsonMapper.shared()
        .readTree(request.body())
        .path("users")
        .valueStream()
        .map(user -> user.path("id").asString(""))
        .toList();
  }

  private static Reply created(Request request) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode outcomes = answer.putArray("outcomes");
    ids(request).forEach(id -> outcomes.addObject().put("id", id).put("outcome", "created"));
    return Reply.of(200, answer.toString());
  }

  private static Reply tooLarge() {
    return Reply.of(413, "<html>Request Entity Too Large</html>");
  }

  private static Target target(HttpStub keycloak) {
    KeycloakOptions options =
        new KeycloakOptions(
            keycloak.url(),
            "customers",
            new AdminCredentials.Administrator("root", new Secret("made-up-pass-8!")));
    return new KeycloakTarget(options, new KeycloakApi(options));
  }
}
