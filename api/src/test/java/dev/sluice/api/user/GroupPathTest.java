package dev.sluice.api.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admins",
        "guests/root",
        "/lead",
        "ops/",
        "a//b",
        "/",
        "//",
        ".",
        "..",
        "a~b",
        "a~",
        "~",
        "~~",
        "a~/b",
        "~/",
        "50%",
        "a%2Fb",
        "größe",
        "🙂",
        "a\\b"
      })
  void any_name_is_one_group_and_is_read_back(String name) {
    assertThat(GroupPath.names(GroupPath.of(name))).containsExactly(name);
    assertThat(GroupPath.names(GroupPath.of(List.of(name, "b", name))))
        .containsExactly(name, "b", name);
    assertThat(GroupPath.normal(GroupPath.of(name))).isEqualTo(GroupPath.of(name));
  }

  @Test
  void a_slash_in_a_name_is_no_parent() {
    assertThat(GroupPath.of("guests/root")).isEqualTo("/guests~/root");
    assertThat(GroupPath.names("/guests/root")).containsExactly("guests", "root");
  }

  @Test
  void a_tilde_that_cannot_be_mistaken_is_kept_as_it_is() {
    assertThat(GroupPath.of("a~b")).isEqualTo("/a~b");
    assertThat(GroupPath.of("a~")).isEqualTo("/a~~");
  }

  @Test
  void a_path_without_a_leading_slash_is_one_name_and_empty_names_are_left_out() {
    assertThat(GroupPath.names("staff/admins")).containsExactly("staff/admins");
    assertThat(GroupPath.names("/staff//admins/")).containsExactly("staff", "admins");
    assertThat(GroupPath.normal("/staff//admins/")).isEqualTo("/staff/admins");
  }
}
