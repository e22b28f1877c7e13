package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.login.RelayedAnswer;
import dev.sluice.api.target.login.RelayedLogins;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a proxy says while FusionAuth is away is no word of FusionAuth's about anybody. */
class ForeignAnswerTest {
  private static final byte[] LOGIN =
      "{\"loginId\":\"mira@example.org\",\"password\":\"swordfish\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final FusionAuthTarget target = Fakes.target(Fakes.options(fake));
  private final RelayedLogins logins = target.logins().orElseThrow();

  @AfterEach
  void close() {
    target.close();
    fake.close();
  }

  static Stream<Fault> answers() {
    return Stream.of(
        new Fault.InItsPlace(404, "404 page not found\n"),
        new Fault.InItsPlace(400, "<html>400 Bad Request</html>"),
        new Fault.Instead(
            Reply.of(404, JsonMapper.shared().readTree("{\"message\":\"no Route matched\"}"))),
        new Fault.Instead(Reply.of(405)),
        new Fault.InItsPlace(408, "Request Timeout"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void it_is_not_a_wrong_password(Fault fault) {
    assertThat(logins.login(LOGIN)).isInstanceOf(RelayedAnswer.NotLetIn.class);
    fake.faults().strike("POST /api/login", fault);

    assertThat(logins.login(LOGIN)).isInstanceOf(RelayedAnswer.Unavailable.class);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void it_is_not_a_user_who_is_missing(Fault fault) {
    PlannedUser user = PlannedUserBuilder.plain().build();
    assertThat(target.find(user.id())).isEmpty();
    fake.faults().strike("GET /api/user", fault);

    assertThatThrownBy(() -> target.find(user.id())).isInstanceOf(TargetException.class);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void it_refuses_no_user(Fault fault) {
    PlannedUser user = PlannedUserBuilder.plain().build();
    fake.faults().strike("POST /api/user/import", fault);

    assertThat(target.write(List.of(user)).getFirst()).isInstanceOf(WriteOutcome.TryLater.class);

    assertThat(target.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void it_refuses_no_password(Fault fault) {
    PlannedUser user = PlannedUserBuilder.plain().build();
    fake.faults().strike("PATCH /api/user", fault);

    assertThat(logins.store(user, new Secret("made-up Zebra 41")))
        .isInstanceOf(WriteOutcome.TryLater.class);

    assertThat(logins.store(user, new Secret("made-up Zebra 41")))
        .isInstanceOf(WriteOutcome.Created.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/group/search",
        "POST /api/identity-provider/search",
        "GET /api/identity-provider/link",
        "POST /api/identity-provider/link",
        "POST /api/group"
      })
  void it_stops_no_run(String line) {
    fake.addIdentityProvider("Google", "Google");
    PlannedUser user = PlannedUserBuilder.plain().groups("/staff").identity("Google", "17").build();
    fake.faults().strike(line, new Fault.InItsPlace(408, "Request Timeout"));

    assertThat(target.write(List.of(user)).getFirst()).isInstanceOf(WriteOutcome.TryLater.class);

    assertThat(fake.faults().left()).isZero();
    target.write(List.of(user));
    assertThat(fake.links(user.id().value())).hasSize(1);
  }

  @Test
  void it_says_where_to_look() {
    fake.faults().strike("POST /api/login", new Fault.InItsPlace(404, "404 page not found\n"));

    assertThat(logins.login(LOGIN))
        .isInstanceOfSatisfying(
            RelayedAnswer.Unavailable.class,
            away -> assertThat(away.problem()).contains("target.fusionauth.url"));
  }
}
