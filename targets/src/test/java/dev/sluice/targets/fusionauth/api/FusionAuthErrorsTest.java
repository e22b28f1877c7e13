package dev.sluice.targets.fusionauth.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.fusionauth.users.Hints;
import dev.sluice.targets.fusionauth.users.ImportUser;
import dev.sluice.targets.fusionauth.users.UserJson;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is understood of FusionAuth's errors, in the forms that its documents and others show. */
class FusionAuthErrorsTest {
  private final List<ImportUser> users =
      IntStream.range(0, 5)
          .mapToObj(number ->
              PlannedUserBuilder.plain()
                  .username("user-" + number)
                  .email("user-" + number + "@example.org", true)
                  .build())
          .map(FusionAuthErrorsTest::onItsWay)
          .toList();

  private static ImportUser onItsWay(PlannedUser user) {
    return new ImportUser(user, UserJson.of(user, List.of()));
  }

  private static FusionAuthErrors read(String json) {
    return FusionAuthErrors.read(JsonMapper.shared().readTree(json));
  }

  @Test
  void errors_of_fields_are_read_by_name_and_from_a_list() {
    String error =
        "{\"code\":\"[duplicate]user.email\",\"message\":\"A User with email = [a@e.org] already"
            + " exists.\"}";

    assertThat(read("{\"fieldErrors\":{\"user.email\":[" + error + "]}}"))
        .isEqualTo(read("{\"fieldErrors\":[" + error + "]}"));
    assertThat(read("{\"fieldErrors\":[" + error + "]}").told())
        .isEqualTo("user.email: A User with email = [a@e.org] already exists.");
  }

  @Test
  void a_general_error_and_one_without_words_are_told_too() {
    assertThat(read("{\"generalErrors\":[{\"code\":\"[ImportRequestFailed]\"}]}").told())
        .isEqualTo("[ImportRequestFailed]");
    assertThat(read("{}").told()).isEmpty();
  }

  @Test
  void users_are_named_by_their_place_at_either_end_of_the_field() {
    assertThat(hints("{\"fieldErrors\":{\"users[3].email\":[{\"code\":\"[invalid]\"}]}}"))
        .containsExactly(users.get(3));
    assertThat(hints("{\"fieldErrors\":{\"user.email[2]\":[{\"code\":\"[invalid]\"}]}}"))
        .containsExactly(users.get(2));
    assertThat(
            hints("{\"fieldErrors\":{\"users[1].registrations[4].roles\":[{\"code\":\"[x]\"}]}}"))
        .containsExactly(users.get(1));
    assertThat(hints("{\"fieldErrors\":{\"users[77].email\":[{\"code\":\"[invalid]\"}]}}"))
        .isEmpty();
  }

  @Test
  void users_are_named_by_values_in_brackets_one_or_several() {
    assertThat(
            hints(
                "{\"fieldErrors\":{\"user.email\":[{\"message\":\"Users with email ="
                    + " [USER-0@example.org, user-4@example.org] exist.\"}]}}"))
        .containsExactlyInAnyOrder(users.get(0), users.get(4));
    assertThat(
            hints(
                "{\"generalErrors\":[{\"message\":\"Id [" + users.get(2).id() + "] is taken.\"}]}"))
        .containsExactly(users.get(2));
    assertThat(hints("{\"generalErrors\":[{\"message\":\"Use [validateDbConstraints].\"}]}"))
        .isEmpty();
  }

  private Set<ImportUser> hints(String json) {
    return Hints.of(read(json), users);
  }
}
