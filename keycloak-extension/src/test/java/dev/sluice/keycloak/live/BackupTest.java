package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a backup is given of a realm, and who is given it. */
class BackupTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;
  private static final TestRealm REALM = new TestRealm(REST, GATEWAY, "hybrid");
  private static final String BACKUP = REALM.path + "/sluice/backup";

  @BeforeAll
  static void bring() {
    for (int i = 0; i < 5; i++) {
      ObjectNode person = People.person(UUID.randomUUID().toString(), "kept-" + i);
      ((ObjectNode) person.path("links").path(0)).put("provider", "not-in-this-realm");
      REALM.bring(person);
    }
  }

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @Test
  void pages_give_everybody_once_although_others_come_and_go() {
    List<String> before = ids();
    List<String> paged = new ArrayList<>();
    String after = "";
    for (JsonNode page = page(after, 2); !page.isEmpty(); page = page(after, 2)) {
      assertThat(page.size()).isLessThanOrEqualTo(2);
      page.forEach(user -> paged.add(user.path("id").asText()));
      after = paged.get(paged.size() - 1);
      String other = UUID.randomUUID().toString();
      REALM.bring(People.person(other, "other-" + other));
    }
    assertThat(paged).containsAll(before).doesNotHaveDuplicates();
  }

  @Test
  void links_to_a_provider_that_the_realm_has_not_are_given_too() {
    JsonNode link = kept("kept-1").path("federatedIdentities").path(0);
    assertThat(link.path("identityProvider").asText()).isEqualTo("not-in-this-realm");
    assertThat(link.path("userId").asText()).startsWith("g-");
    assertThat(link.path("userName").asText()).isEqualTo("kept-1@gmail.example");
  }

  @Test
  void a_user_who_waits_for_the_first_login_is_given_with_the_link_and_nobody_asks_the_gateway() {
    JsonNode user = kept("kept-2");
    assertThat(user.path("federationLink").asText()).isEqualTo(REALM.componentId);
    assertThat(user.path("credentials")).isEmpty();
    assertThat(GATEWAY.asked("kept-2")).isEmpty();
  }

  @Test
  void the_realm_comes_with_its_keys_and_secrets_and_without_users() {
    JsonNode realm = REST.get(BACKUP + "/realm").body();
    assertThat(realm.path("realm").asText()).isEqualTo(REALM.name);
    assertThat(realm.has("users")).isFalse();
    JsonNode components = realm.path("components");
    assertThat(components.path("org.keycloak.keys.KeyProvider").toString())
        .contains("privateKey")
        .doesNotContain("**********");
    assertThat(components.path("org.keycloak.storage.UserStorageProvider").toString())
        .contains(FakeGateway.TOKEN);
  }

  @Test
  void it_says_how_many_there_are() {
    JsonNode contents = REST.get(BACKUP).body();
    assertThat(contents.path("realm").asText()).isEqualTo(REALM.name);
    assertThat(contents.path("users").asInt()).isGreaterThanOrEqualTo(5);
    assertThat(contents.path("federatedUsers").asInt()).isZero();
  }

  @Test
  void who_may_not_change_all_of_the_realm_is_given_nothing() {
    String caller = "limited-" + UUID.randomUUID();
    var rights = new Rights(REST, REALM, caller);
    for (String path : List.of("", "/realm", "/users", "/federated-users")) {
      assertThat(rights.get("/sluice/backup" + path).status()).as(path).isEqualTo(403);
    }
    rights.give("manage-users", "manage-clients", "manage-identity-providers", "view-realm");
    assertThat(rights.get("/sluice/backup/users").status()).isEqualTo(403);
    rights.give("manage-realm");
    assertThat(rights.get("/sluice/backup/users").status()).isEqualTo(200);
  }

  @Test
  void each_piece_that_is_given_is_in_the_admin_events() {
    REALM.with(Map.of("adminEventsEnabled", true));
    REST.get(BACKUP + "/realm");
    assertThat(REST.get(REALM.path + "/admin-events?resourcePath=sluice/backup/realm").body())
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.path("operationType").asText()).isEqualTo("ACTION"));
  }

  private static List<String> ids() {
    List<String> ids = new ArrayList<>();
    page("", 1_000).forEach(user -> ids.add(user.path("id").asText()));
    return ids;
  }

  private static JsonNode kept(String username) {
    for (JsonNode user : page("", 1_000)) {
      if (user.path("username").asText().equals(username)) {
        return user;
      }
    }
    throw new AssertionError(username + " is not given");
  }

  private static JsonNode page(String after, int max) {
    return REST.get(BACKUP + "/users?max=" + max + "&after=" + after).body().path("users");
  }
}
