package dev.sluice.keycloak.load.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyGuardTest {
  @ParameterizedTest
  @ValueSource(strings = {"26.0.8", "26.7.3", "26.4.7.redhat-00001"})
  void these_versions_of_keycloak_are_known(String version) {
    assertThat(CopyGuard.version(version)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"25.0.6", "26.8.0", "26.70.0", "27.0.0", "999.0.0-SNAPSHOT"})
  void these_are_not(String version) {
    assertThat(CopyGuard.version(version))
        .hasValueSatisfying(why -> assertThat(why).contains(version));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PostgreSQL 15.14 (Debian 15.14-0+deb12u1) on x86_64-pc-linux-gnu",
        "PostgreSQL 17.2 on aarch64-unknown-linux-gnu, compiled by gcc"
      })
  void this_is_postgresql(String version) {
    assertThat(CopyGuard.server(version)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PostgreSQL 11.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu",
        "CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu)",
        "PostgreSQL 18beta1 on x86_64"
      })
  void this_is_something_else(String version) {
    assertThat(CopyGuard.server(version)).isPresent();
  }

  @Test
  void a_table_is_as_known_with_and_without_the_column_that_came_later() {
    Map<String, String> users = users();
    assertThat(CopyTable.USERS.differences(users)).isEmpty();
    assertThat(CopyTable.USERS.statement(Optional.of("kc"), users))
        .startsWith("copy kc.user_entity (id, email, ")
        .endsWith("not_before, last_modified_timestamp) from stdin");
    users.remove(CopyTable.LAST_MODIFIED);
    assertThat(CopyTable.USERS.differences(users)).isEmpty();
    assertThat(CopyTable.USERS.statement(Optional.empty(), users))
        .startsWith("copy user_entity (")
        .endsWith("service_account_client_link, not_before) from stdin");
  }

  @Test
  void every_difference_is_told() {
    Map<String, String> users = users();
    users.remove("not_before");
    users.put("email", "text");
    users.put("tenant", "integer");
    assertThat(CopyTable.USERS.differences(users))
        .containsExactlyInAnyOrder(
            "user_entity has no column not_before",
            "user_entity.email is text, not character varying(255)",
            "user_entity has a column tenant that is not known");
  }

  /** As Keycloak 26.7 makes it. */
  private static Map<String, String> users() {
    var columns = new LinkedHashMap<String, String>();
    columns.put("id", "character varying(36)");
    for (String text :
        new String[] {
          "email",
          "email_constraint",
          "federation_link",
          "first_name",
          "last_name",
          "realm_id",
          "username",
          "service_account_client_link"
        }) {
      columns.put(text, "character varying(255)");
    }
    columns.put("email_verified", "boolean");
    columns.put("enabled", "boolean");
    columns.put("created_timestamp", "bigint");
    columns.put("not_before", "integer");
    columns.put(CopyTable.LAST_MODIFIED, "bigint");
    return columns;
  }
}
