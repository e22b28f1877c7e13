package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All ways to write leave the same rows in Keycloak's tables. */
class WritersTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final String KNOWN_REALM =
      """
      select 1 from pg_stats, realm
      where tablename = 'user_entity' and attname = 'realm_id' and realm.name = ?
        and realm.id = any (most_common_vals::text::text[])
      """;

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @BeforeEach
  void postgresql_only() {
    assumeTrue(LiveKeycloak.ON_POSTGRES, "skipped: there is COPY on PostgreSQL only");
  }

  @Test
  void copy_is_the_way_on_postgresql_and_no_reason_is_given() {
    var realm = new TestRealm(REST, GATEWAY, "hybrid");
    assertCreated(realm.bring(People.person("copied-" + realm.name, "copied")));
    assertThat(realm.writer()).isEqualTo("copy");
    assertThat(realm.whyNotFaster()).isEmpty();
  }

  @Test
  void a_slower_way_can_be_asked_for_and_is_said() {
    var realm = new TestRealm(REST, GATEWAY, "hybrid");
    assertCreated(realm.bringBy("entities", People.person("slower-" + realm.name, "slower")));
    assertThat(realm.writer()).isEqualTo("entities");
    assertThat(realm.whyNotFaster()).isEqualTo("the request asks for it");
  }

  @Test
  void a_way_that_does_not_exist_is_refused_with_those_that_do() {
    var realm = new TestRealm(REST, GATEWAY, "hybrid");
    Rest.Reply reply =
        REST.post(realm.path + "/sluice/users", Map.of("writer", "magic", "users", List.of()));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("error").asText()).contains("magic", "copy, entities, model");
  }

  @Test
  void hostile_users_become_the_same_rows_whatever_writes_them() throws Exception {
    String byEntities = rows("entities", false);
    assertThat(rows("copy", false)).isEqualTo(byEntities);
    assertThat(rows("model", false)).isEqualTo(byEntities);
    assertThat(byEntities.lines()).hasSizeGreaterThan(100);
  }

  @Test
  void so_they_do_where_emails_may_repeat() throws Exception {
    String byEntities = rows("entities", true);
    assertThat(byEntities).contains("\"email_constraint\" : \"random\"", "\"shared@example.org\"");
    assertThat(rows("copy", true)).isEqualTo(byEntities);
    assertThat(rows("model", true)).isEqualTo(byEntities);
  }

  @Test
  void postgresql_knows_of_a_realm_as_soon_as_a_thousand_are_in_it() throws Exception {
    var realm = new TestRealm(REST, GATEWAY, "hybrid");
    assertCreated(
        realm.bring(
            IntStream.range(0, 1_000)
                .mapToObj(n -> People.person(realm.name + n, realm.name + "-" + n))
                .toArray(ObjectNode[]::new)));
    try (Connection tables = LiveKeycloak.tables();
        PreparedStatement known = tables.prepareStatement(KNOWN_REALM)) {
      known.setString(1, realm.name);
      assertThat(known.executeQuery().next()).isTrue();
    }
  }

  private static String rows(String writer, boolean emailsMayRepeat) throws Exception {
    var realm = new TestRealm(REST, GATEWAY, "hybrid");
    if (emailsMayRepeat) {
      REST.put(realm.path, Map.of("loginWithEmailAllowed", false, "duplicateEmailsAllowed", true));
    }
    assertCreated(realm.bringBy(writer, HardToWriteUsers.of(realm.name + "-", emailsMayRepeat)));
    assertThat(realm.writer()).isEqualTo(writer);
    return new UserTables(realm).text();
  }

  private static void assertCreated(List<JsonNode> outcomes) {
    assertThat(outcomes)
        .allSatisfy(
            one -> assertThat(one.path("outcome").asText()).as("%s", one).isEqualTo("created"));
  }
}
