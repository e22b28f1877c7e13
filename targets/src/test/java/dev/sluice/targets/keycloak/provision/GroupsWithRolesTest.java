package dev.sluice.targets.keycloak.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.provision.group.GroupResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a pool's groups where the owner has given groups of those names rights. */
class GroupsWithRolesTest {
  private final String realm = "rights-" + UUID.randomUUID();
  private final KeycloakOptions options = LiveKeycloak.options(realm);
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);
  private final NamesAtTarget names =
      new NamesAtTarget(Map.of(), Map.of("leads", "/staff/leads/all"));

  @BeforeEach
  void createRealm() throws TroubleException {
    ObjectNode created = JsonMapper.shared().createObjectNode().put("realm", realm);
    api.post("/admin/realms", created.put("enabled", true)).expectOk();
    group("/admins");
    group("/staff/leads");
    group("/owners");
    String management = read("/clients?clientId=realm-management").path(0).path("id").asString();
    JsonNode administrator = read("/clients/" + management + "/roles/realm-admin");
    api.post(
            api.realm("/groups/" + id("/admins") + "/role-mappings/clients/" + management),
            JsonMapper.shared().createArrayNode().add(administrator))
        .expectOk();
    api.post(api.realm("/roles"), JsonMapper.shared().createObjectNode().put("name", "bookkeeper"))
        .expectOk();
    api.post(
            api.realm("/groups/" + id("/staff") + "/role-mappings/realm"),
            JsonMapper.shared().createArrayNode().add(read("/roles/bookkeeper")))
        .expectOk();
    ObjectNode person = JsonMapper.shared().createObjectNode().put("username", "owner");
    person.put("enabled", true).putArray("groups").add("/owners");
    api.post(api.realm("/users"), person).expectOk();
  }

  @AfterEach
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
  }

  @Test
  void the_owners_groups_with_roles_or_members_are_left_alone_and_told() throws TroubleException {
    List<ProvisionStep> steps = target.provision(request(names));
    steps.forEach(ProvisionStep::apply);

    List<String> manual =
        target.provision(request(names)).stream()
            .filter(ProvisionStep::isManual)
            .map(ProvisionStep::describe)
            .toList();
    assertThat(manual)
        .anyMatch(text -> text.contains("check group \"/admins\""))
        .anyMatch(text -> text.contains("check group \"/owners\""))
        .anyMatch(text -> text.contains("\"/admins\" (realm-admin of realm-management)"))
        .anyMatch(text -> text.contains("\"/staff/leads/all\" (bookkeeper)"));
    assertThat(new GroupResource(api).find("/admins").orElseThrow().path("attributes")).isEmpty();
    assertThat(new GroupResource(api).find("/owners").orElseThrow().path("attributes")).isEmpty();
  }

  @Test
  void users_get_no_rights_by_a_groups_name_whichever_way_they_come() {
    target.provision(request(names)).forEach(ProvisionStep::apply);
    PlannedUser admin = user("/admins");
    PlannedUser lead = user("/staff/leads/all");
    PlannedUser plain = user("/owners", "/made-by-us");

    assertThat(target.write(List.of(admin, lead, plain)))
        .satisfiesExactly(
            outcome ->
                assertThat(problem(outcome)).contains("/admins", "realm-admin", "privileged"),
            outcome -> assertThat(problem(outcome)).contains("/staff/leads/all", "bookkeeper"),
            outcome -> assertThat(outcome).isEqualTo(new WriteOutcome.Created(plain.id())));
    assertThat(target.find(admin.id())).isEmpty();
    PlannedUser another = user("/staff/leads/all/more");
    assertThat(target.foretell(List.of(admin, another, user("/owners"))))
        .satisfiesExactly(
            outcome -> assertThat(problem(outcome)).contains("/admins", "realm-admin"),
            outcome -> assertThat(problem(outcome)).contains("bookkeeper"),
            outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.Created.class));
    assertThat(groupExists("/staff/leads/all/more")).isFalse();
    PlannedUser risen = userWith(plain.id().value(), "/owners", "/admins");
    assertThat(update(risen))
        .isInstanceOfSatisfying(
            UpdateOutcome.Refused.class,
            refused -> assertThat(refused.problem()).contains("/admins"));
    assertThat(target.read(List.of(plain.id())).getFirst().orElseThrow().groups())
        .containsExactlyInAnyOrder("/owners", "/made-by-us");
  }

  @Test
  void a_group_that_the_operator_has_named_is_filled() throws TroubleException {
    NamesAtTarget named =
        new NamesAtTarget(names.attributes(), names.groupPaths(), Set.of("admins", "leads"));
    target.provision(request(names)).forEach(ProvisionStep::apply);
    List<ProvisionStep> steps = target.provision(request(named));
    assertThat(steps)
        .filteredOn(step -> !step.isManual())
        .singleElement()
        .satisfies(step ->
            assertThat(step.describe())
                .contains("groups with roles that it fills: /admins, /staff/leads/all"));
    steps.forEach(ProvisionStep::apply);
    PlannedUser admin = user("/admins", "/staff/leads/all");

    assertThat(target.write(List.of(admin))).containsExactly(new WriteOutcome.Created(admin.id()));
    assertThat(target.provision(request(named)))
        .allMatch(step -> step.describe().contains("check "));
    target.provision(request(names)).forEach(ProvisionStep::apply);
    assertThat(problem(target.write(List.of(user("/admins"))).getFirst())).contains("/admins");
  }

  @Test
  void members_stay_in_a_group_to_which_the_owner_gives_roles_later() throws TroubleException {
    target.provision(request(names)).forEach(ProvisionStep::apply);
    PlannedUser early = user("/made-by-us");
    target.write(List.of(early));
    api.post(
            api.realm("/groups/" + id("/made-by-us") + "/role-mappings/realm"),
            JsonMapper.shared().createArrayNode().add(read("/roles/bookkeeper")))
        .expectOk();

    assertThat(update(userWith(early.id().value(), "/made-by-us")))
        .isEqualTo(new UpdateOutcome.Done(early.id()));
  }

  private boolean groupExists(String path) {
    try {
      return new GroupResource(api).find(path).isPresent();
    } catch (TroubleException e) {
      throw new AssertionError(e);
    }
  }

  private UpdateOutcome update(PlannedUser user) {
    return target
        .update(
            List.of(new PlannedUpdate(user, true)),
            new SourceNames(Set.of(), Set.of("/admins", "/owners", "/made-by-us")))
        .getFirst();
  }

  private static String problem(WriteOutcome outcome) {
    assertThat(outcome).isInstanceOf(WriteOutcome.Refused.class);
    return ((WriteOutcome.Refused) outcome).problem();
  }

  private static PlannedUser user(String... groups) {
    return userWith(UUID.randomUUID().toString(), groups);
  }

  private static PlannedUser userWith(String id, String... groups) {
    return PlannedUserBuilder.plain()
        .id(id)
        .username("mira-" + id)
        .groups(groups)
        .firstPassword(FirstPassword.AT_FIRST_LOGIN)
        .build();
  }

  private void group(String path) throws TroubleException {
    GroupResource groups = new GroupResource(api);
    groups.create(JsonMapper.shared().createObjectNode().put("path", path));
  }

  private String id(String path) throws TroubleException {
    return new GroupResource(api).find(path).orElseThrow().path("id").asString();
  }

  private static ProvisionRequest request(NamesAtTarget names) {
    return new ProvisionRequest(
        MigrationMode.HYBRID,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up-token"),
        List.of(),
        List.of(),
        true,
        pool(),
        names);
  }

  private static PoolInventory pool() {
    PoolInventory base = PoolInventories.plain();
    return new PoolInventory(
        base.pool(),
        base.schema(),
        base.signIn(),
        base.signUp(),
        base.passwordPolicy(),
        base.mfa(),
        base.accountRecovery(),
        base.messages(),
        base.triggers(),
        base.devices(),
        base.threatProtection(),
        base.domains(),
        base.branding(),
        base.clients(),
        base.resourceServers(),
        base.identityProviders(),
        List.of(
            new PoolGroup("admins", "They may", null, null),
            new PoolGroup("leads", null, null, null),
            new PoolGroup("owners", "They pay", null, null)),
        base.identityPools(),
        base.unread());
  }

  private JsonNode read(String path) throws TroubleException {
    return api.get(api.realm(path)).expectOk().body();
  }
}
