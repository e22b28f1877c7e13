package dev.sluice.keycloak.load.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupPathsTest {
  @Test
  void a_path_is_walked_name_by_name() {
    assertThat(GroupPaths.names("/staff/admins")).containsExactly("staff", "admins");
  }

  @Test
  void a_name_may_hold_slashes_unless_it_starts_with_one() {
    assertThat(GroupPaths.names("a/b")).containsExactly("a/b");
  }

  @Test
  void needless_slashes_mean_nothing() {
    assertThat(GroupPaths.names("/staff//admins/")).containsExactly("staff", "admins");
    assertThat(GroupPaths.names("/")).containsExactly("/");
  }
}
