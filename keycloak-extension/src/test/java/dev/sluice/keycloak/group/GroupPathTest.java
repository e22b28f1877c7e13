package dev.sluice.keycloak.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same table holds for the paths that Sluice plans. */
class GroupPathTest {

  @ParameterizedTest
  @CsvSource({
    "admins,/admins",
    "guests/root,/guests~/root",
    "/lead,/~/lead",
    "ops/,/ops~/",
    "a//b,/a~/~/b",
    "/,/~/",
    ".,/.",
    "..,/..",
    "a~b,/a~b",
    "a~,/a~~",
    "a~/b,/a~~~/b",
    "🙂,/🙂"
  })
  void any_name_is_one_part_of_a_path_and_is_read_back(String name, String path) {
    assertThat(GroupPath.segment(name)).isEqualTo(path);
    assertThat(GroupPath.names(path)).containsExactly(name);
    assertThat(GroupPath.names("/above" + path + path)).containsExactly("above", name, name);
  }

  @Test
  void a_path_is_walked_name_by_name() {
    assertThat(GroupPath.names("/staff/admins")).containsExactly("staff", "admins");
  }

  @Test
  void a_name_may_hold_slashes_unless_it_starts_with_one() {
    assertThat(GroupPath.names("a/b")).containsExactly("a/b");
  }

  @Test
  void needless_slashes_mean_nothing() {
    assertThat(GroupPath.names("/staff//admins/")).containsExactly("staff", "admins");
    assertThat(GroupPath.names("/")).containsExactly("/");
  }
}
