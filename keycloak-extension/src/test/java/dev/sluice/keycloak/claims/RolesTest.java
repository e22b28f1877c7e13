package dev.sluice.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.claims.Roles.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
  private static final String ADMIN = "arn:aws:iam::123456789012:role/admins";
  private static final String READER = "arn:aws:iam::123456789012:role/readers";

  @Test
  void the_group_with_the_lowest_precedence_gives_the_preferred_role() {
    Roles roles =
        Roles.of(List.of(new Group("readers", "10", READER), new Group("admins", "2", ADMIN)));

    assertThat(roles.groups()).containsExactly("admins", "readers");
    assertThat(roles.arns()).containsExactly(ADMIN, READER);
    assertThat(roles.preferred()).contains(ADMIN);
  }

  @Test
  void groups_of_one_precedence_with_different_roles_give_no_preferred_role() {
    Roles roles =
        Roles.of(List.of(new Group("readers", "2", READER), new Group("admins", "2", ADMIN)));

    assertThat(roles.arns()).containsExactly(ADMIN, READER);
    assertThat(roles.preferred()).isEmpty();
  }

  @Test
  void groups_of_one_precedence_with_the_same_role_give_it() {
    Roles roles = Roles.of(List.of(new Group("a", null, ADMIN), new Group("b", null, ADMIN)));

    assertThat(roles.arns()).containsExactly(ADMIN);
    assertThat(roles.preferred()).contains(ADMIN);
  }

  @Test
  void a_group_without_precedence_or_role_comes_last_and_gives_nothing() {
    Roles roles =
        Roles.of(
            List.of(
                new Group("beta", null, null),
                new Group("odd", "first", READER),
                new Group("admins", "7", ADMIN)));

    assertThat(roles.groups()).containsExactly("admins", "beta", "odd");
    assertThat(roles.preferred()).contains(ADMIN);
  }

  @Test
  void nobody_in_no_group_has_roles() {
    assertThat(Roles.of(List.of()).preferred()).isEmpty();
  }
}
