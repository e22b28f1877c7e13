package dev.sluice.targets.keycloak.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.HttpStub.Request;
import dev.sluice.targets.keycloak.KeycloakTargetFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens to users when Keycloak itself fails at one of them. */
class FailingBatchTest {
  private static final String USERS = "POST /admin/realms/customers/sluice/users";

  private final HttpStub keycloak = HttpStub.keycloak();
  private final List<PlannedUser> users =
      Stream.generate(() -> PlannedUserBuilder.plain().build()).limit(1_000).toList();
  private final Target target =
      new KeycloakTargetFactory()
          .open(
              Map.of(
                  "url", keycloak.url().toString(),
                  "realm", "customers",
                  "admin-username", "admin",
                  "admin-password", "made-up-pass-7!"));

  @AfterEach
  void close() {
    target.close();
    keycloak.close();
  }

  @Test
  void the_one_user_at_whom_it_always_fails_is_refused_and_all_others_are_written() {
    String bad = users.get(613).id().value();
    keycloak.on(
        USERS, request -> request.body().contains(bad) ? Reply.of(500, "{}") : created(request));

    List<WriteOutcome> outcomes = target.write(users);

    assertThat(outcomes).extracting(WriteOutcome::id).containsExactlyElementsOf(ids());
    assertThat(outcomes.get(613))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused -> assertThat(refused.problem()).contains("500", "takes others", "log"));
    assertThat(outcomes).filteredOn(WriteOutcome.Created.class::isInstance).hasSize(999);
  }

  @Test
  void nobody_is_refused_while_it_fails_at_everybody() {
    keycloak.on(USERS, Reply.of(500, "{}"));

    List<WriteOutcome> outcomes = target.write(users);

    assertThat(outcomes).extracting(WriteOutcome::id).containsExactlyElementsOf(ids());
    assertThat(outcomes).allMatch(WriteOutcome.TryLater.class::isInstance);
    assertThat(keycloak.requests(USERS)).hasSizeLessThan(30);
  }

  @Test
  void a_failure_that_passes_refuses_nobody() {
    String bad = users.getFirst().id().value();
    var failures = new AtomicInteger(10);
    keycloak.on(
        USERS,
        request ->
            request.body().contains(bad) && failures.getAndDecrement() > 0
                ? Reply.of(500, "{}")
                : created(request));

    assertThat(target.write(users)).allMatch(WriteOutcome.Created.class::isInstance);
  }

  private List<dev.sluice.api.user.UserId> ids() {
    return users.stream().map(PlannedUser::id).toList();
  }

  private static Reply created(Request request) {
    ObjectNode answer = JsonMapper.shared().createObjectNode().put("writer", "copy");
    ArrayNode outcomes = answer.putArray("outcomes");
    JsonMapper.shared()
        .readTree(request.body())
        .path("users")
        .forEach(user ->
            outcomes.addObject().put("id", user.path("id").asString("")).put("outcome", "created"));
    return Reply.of(200, answer.toString());
  }
}
