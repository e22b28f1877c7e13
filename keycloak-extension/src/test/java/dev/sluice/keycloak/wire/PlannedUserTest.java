package dev.sluice.keycloak.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedUserTest {
  @Test
  void everything_a_user_can_have_is_read() {
    PlannedUser user =
        WireJson.read(
            """
            {"id":"i-1","username":"ann","enabled":true,"email":"a@example.org",
             "emailVerified":true,"phoneNumber":"+1","phoneNumberVerified":true,
             "givenName":"G","familyName":"F","createdAt":17,
             "attributes":{"plan":["x","y"]},"groups":["/a/b"],
             "links":[{"provider":"google","userId":"u","userName":"n"}],
             "password":"MUST_RESET","obligations":["SECOND_FACTOR"],"fromTheFuture":1}
            """,
            PlannedUser.class);
    assertThat(user.enabled()).isTrue();
    assertThat(user.emailVerified()).isTrue();
    assertThat(user.phoneNumberVerified()).isTrue();
    assertThat(user.createdAt()).isEqualTo(17);
    assertThat(user.attributes()).containsEntry("plan", List.of("x", "y"));
    assertThat(user.groups()).containsExactly("/a/b");
    assertThat(user.links()).containsExactly(new PlannedUser.Link("google", "u", "n"));
    assertThat(user.password()).isEqualTo(PasswordDisposition.MUST_RESET);
    assertThat(user.obligations()).containsExactly(PlannedAction.SECOND_FACTOR);
  }

  @Test
  void what_is_left_out_trusts_nobody() {
    PlannedUser user = WireJson.read("{\"id\":\"i-1\",\"username\":\"ann\"}", PlannedUser.class);
    assertThat(user.enabled()).isFalse();
    assertThat(user.emailVerified()).isFalse();
    assertThat(user.phoneNumberVerified()).isFalse();
    assertThat(user.password()).isEqualTo(PasswordDisposition.AT_FIRST_LOGIN);
  }

  @Test
  void an_unreadable_message_names_its_place_and_never_quotes_it() {
    assertThatThrownBy(
            () -> WireJson.read("{\"users\":[{\"password\":\"hunter-22\"}]}", ImportRequest.class))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("users.0.password")
        .message()
        .doesNotContain("hunter-22");
  }

  @Test
  void an_answer_says_each_fate_in_the_words_of_the_protocol() {
    var answer =
        new ImportAnswer(
            List.of(
                Outcome.created("1"),
                Outcome.alreadyThere("2"),
                Outcome.refused("3", "no"),
                Outcome.tryLater("4", "busy")),
            "entities",
            "the database is H2");
    assertThat(WireJson.write(answer))
        .isEqualTo(
            "{\"outcomes\":[{\"id\":\"1\",\"outcome\":\"created\"},"
                + "{\"id\":\"2\",\"outcome\":\"already-there\"},"
                + "{\"id\":\"3\",\"outcome\":\"refused\",\"problem\":\"no\"},"
                + "{\"id\":\"4\",\"outcome\":\"try-later\",\"problem\":\"busy\"}],"
                + "\"writer\":\"entities\",\"whyNotFaster\":\"the database is H2\"}");
  }
}
