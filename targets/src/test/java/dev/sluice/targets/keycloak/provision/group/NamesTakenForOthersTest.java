package dev.sluice.targets.keycloak.provision.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.HttpStub;
import dev.sluice.targets.keycloak.HttpStub.Reply;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.api.AdminCredentials;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.provision.client.ScopeResource;
import dev.sluice.targets.keycloak.provision.provider.ProviderResource;
import dev.sluice.targets.keycloak.provision.realm.RealmResource;
import dev.sluice.targets.provision.DesiredObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Keycloak whose database takes names for others, as MariaDB does with case and accents. */
class NamesTakenForOthersTest {
  private static final String CHECK = "/sluice/groups/check";

  private final HttpStub keycloak = HttpStub.keycloak();
  private final KeycloakOptions options =
      new KeycloakOptions(
          keycloak.url(),
          "customers",
          new AdminCredentials.Administrator("admin", new Secret("made-up-pass-7!")));
  private final KeycloakApi api = new KeycloakApi(options);

  @AfterEach
  void close() {
    api.close();
    keycloak.close();
  }

  @Test
  void groups_that_cannot_be_kept_apart_are_told_and_not_created() throws TroubleException {
    keycloak.on(
        "POST /admin/realms/customers" + CHECK,
        Reply.of(200, "{\"problems\":{\"/admins\":\"it is one with /Admins\"}}"));
    List<DesiredObject> groups = Stream.of("/Admins", "/admins").map(this::group).toList();

    GroupClashes clashes = GroupClashes.among(api, groups, false);

    assertThat(clashes.without(groups)).extracting(DesiredObject::name).containsExactly("/Admins");
    assertThat(clashes.steps())
        .extracting(ProvisionStep::describe)
        .containsExactly(
            "manual: rename the group \"/admins\": it is one with /Admins; until then its members are"
                + " refused");
  }

  @Test
  void a_realm_that_is_still_to_come_is_asked_about_through_the_first_realm()
      throws TroubleException {
    keycloak.on("POST /admin/realms/master" + CHECK, Reply.of(200, "{\"problems\":{}}"));

    GroupClashes clashes = GroupClashes.among(api, List.of(group("/Admins")), true);

    assertThat(clashes.steps()).isEmpty();
    assertThat(keycloak.requests("POST /admin/realms/master" + CHECK).getFirst().body())
        .contains("\"newRealm\":true", "/Admins");
  }

  @Test
  void nothing_is_known_without_the_extension() throws TroubleException {
    assertThat(GroupClashes.among(api, List.of(group("/Admins")), false).problems()).isEmpty();
  }

  @Test
  void a_group_of_another_name_is_not_the_one_that_was_looked_for() throws TroubleException {
    keycloak.on(
        "GET /admin/realms/customers/groups",
        Reply.of(200, "[{\"id\":\"g-1\",\"name\":\"Admins\"}]"));
    keycloak.on("POST /admin/realms/customers/groups", Reply.of(409, "{}"));
    var groups = new GroupResource(api);

    assertThat(groups.find("/admins")).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> groups.create(json("path", "/admins")))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("no group /admins", "takes another name for this one");
  }

  @Test
  void nor_is_an_identity_provider_or_a_scope() throws TroubleException {
    keycloak
        .on(
            "GET /admin/realms/customers/identity-provider/instances/corp",
            Reply.of(200, "{\"alias\":\"Corp\"}"))
        .on("POST /admin/realms/customers/identity-provider/instances", Reply.of(409, "{}"))
        .on("GET /admin/realms/customers/client-scopes", Reply.of(200, "[{\"name\":\"Orders\"}]"))
        .on("POST /admin/realms/customers/client-scopes", Reply.of(409, "{}"));

    assertThat(new ProviderResource(api).find("corp")).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> new ProviderResource(api).create(json("alias", "corp")))
        .hasMessageContaining("identity provider corp");
    assertThatThrownBy(() -> new ScopeResource(api).create(json("name", "orders")))
        .hasMessageContaining("client scope orders");
  }

  @Test
  void a_realm_of_another_name_is_neither_changed_nor_filled() {
    keycloak
        .on("GET /admin/realms/customers", Reply.of(200, "{\"realm\":\"Customers\"}"))
        .on(
            "GET /admin/realms/customers/sluice/version",
            Reply.of(
                200,
                "{\"extension\":\"0.1.0\",\"protocol\":1,\"keycloak\":\"26.7.3\","
                    + "\"realm\":\"Customers\"}"));

    assertThatThrownBy(() -> new RealmResource(api).find("customers"))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("\"Customers\"", "target.keycloak.realm");
    assertThat(new KeycloakTarget(options, api).check()).isInstanceOf(Readiness.NotReady.class);
  }

  private DesiredObject group(String path) {
    ObjectNode nothing = JsonMapper.shared().createObjectNode();
    return new DesiredObject("group", path, "group " + path, nothing, nothing, List.of());
  }

  private static ObjectNode json(String field, String value) {
    return JsonMapper.shared().createObjectNode().put(field, value);
  }
}
