package dev.sluice.keycloak.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's buttons that remove or unlink everybody who has not moved. */
class ConsoleButtonsTest {
  private static final FakeGateway GATEWAY = new FakeGateway();
  private static final Rest REST = LiveKeycloak.REST;

  private final String id = UUID.randomUUID().toString();
  private final String other = UUID.randomUUID().toString();

  @AfterAll
  static void stop() {
    GATEWAY.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hybrid", "slow"})
  void none_works_while_anybody_has_not_moved_and_says_what_to_do(String mode) {
    TestRealm realm = new TestRealm(REST, GATEWAY, mode);
    bringTwo(realm);

    refused(remove(realm), "Removing them deletes users");
    refused(unlink(realm), "could not log in with their passwords");
    refused(delete(realm), "Removing them deletes users");
    stillLinked(realm);
    assertThat(REST.get(realm.path + "/components/" + realm.componentId).status()).isEqualTo(200);
  }

  @Test
  void after_the_close_users_can_be_unlinked_and_only_then_can_the_component_go() {
    TestRealm realm = new TestRealm(REST, GATEWAY, "hybrid");
    bringTwo(realm);
    realm.with("mode", "bulk");

    refused(remove(realm), "\"Unlink users\" first");
    refused(delete(realm), "\"Unlink users\" first");
    stillLinked(realm);
    assertThat(unlink(realm).status()).isEqualTo(204);
    assertThat(realm.moved(id).path("linked").asBoolean()).isFalse();
    assertThat(delete(realm).status()).isEqualTo(204);
    assertThat(realm.user(id).path("id").asText()).isEqualTo(id);
    assertThat(realm.user(other).path("id").asText()).isEqualTo(other);
  }

  @Test
  void once_nobody_is_left_all_of_them_work() {
    TestRealm realm = new TestRealm(REST, GATEWAY, "hybrid");
    assertThat(remove(realm).status()).isEqualTo(204);
    assertThat(unlink(realm).status()).isEqualTo(204);
    assertThat(delete(realm).status()).isEqualTo(204);
  }

  @Test
  void one_user_and_a_whole_realm_can_be_removed_as_ever() {
    TestRealm realm = new TestRealm(REST, GATEWAY, "hybrid");
    bringTwo(realm);
    assertThat(REST.delete(realm.path + "/users/" + id).status()).isEqualTo(204);
    assertThat(REST.delete(realm.path).status()).isEqualTo(204);
    assertThat(REST.get(realm.path).status()).isEqualTo(404);
  }

  @Test
  void another_provider_of_users_is_none_of_our_business() {
    TestRealm realm = new TestRealm(REST, GATEWAY, "hybrid");
    bringTwo(realm);
    Rest.Reply made =
        REST.post(
            realm.path + "/components",
            Map.of(
                "name", "directory",
                "providerId", "ldap",
                "providerType", "org.keycloak.storage.UserStorageProvider",
                "config", Directory.CONFIG));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String directory =
        REST.get(realm.path + "/components?name=directory").body().path(0).path("id").asText();
    assertThat(
            REST.post(
                    realm.path + "/user-storage/" + directory + "/remove-imported-users", Map.of())
                .status())
        .isEqualTo(204);
    assertThat(REST.delete(realm.path + "/components/" + directory).status()).isEqualTo(204);
    stillLinked(realm);
  }

  private void bringTwo(TestRealm realm) {
    realm.bring(People.person(id, "una-" + id), People.person(other, "uwe-" + other));
  }

  private void stillLinked(TestRealm realm) {
    assertThat(realm.moved(id).path("linked").asBoolean()).isTrue();
    assertThat(realm.moved(other).path("linked").asBoolean()).isTrue();
  }

  private static void refused(Rest.Reply reply, String why) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.body().path("errorMessage").asText())
        .startsWith("2 users are still linked to Sluice's provider.")
        .contains(why);
  }

  private static Rest.Reply remove(TestRealm realm) {
    return REST.post(
        realm.path + "/user-storage/" + realm.componentId + "/remove-imported-users", Map.of());
  }

  private static Rest.Reply unlink(TestRealm realm) {
    return REST.post(realm.path + "/user-storage/" + realm.componentId + "/unlink-users", Map.of());
  }

  private static Rest.Reply delete(TestRealm realm) {
    return REST.delete(realm.path + "/components/" + realm.componentId);
  }

  /** A directory that is not there; nobody asks it. */
  private static final class Directory {
    static final Map<String, Object> CONFIG =
        Map.of(
            "enabled", List.of("false"),
            "vendor", List.of("other"),
            "connectionUrl", List.of("ldap://127.0.0.1:1"),
            "usersDn", List.of("ou=people,dc=example,dc=org"),
            "usernameLDAPAttribute", List.of("uid"),
            "rdnLDAPAttribute", List.of("uid"),
            "uuidLDAPAttribute", List.of("entryUUID"),
            "userObjectClasses", List.of("person"),
            "authType", List.of("none"),
            "editMode", List.of("READ_ONLY"));
  }
}
