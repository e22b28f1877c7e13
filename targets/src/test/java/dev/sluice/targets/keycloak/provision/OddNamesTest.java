package dev.sluice.targets.keycloak.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.client.OAuthSettings;
import dev.sluice.api.pool.client.ResourceScope;
import dev.sluice.api.pool.client.ResourceServer;
import dev.sluice.api.pool.client.TokenSettings;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.DiffLine;
import dev.sluice.api.target.provision.NamesAtTarget;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.GroupPath;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.RichPool;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.KeycloakTarget;
import dev.sluice.targets.keycloak.LiveKeycloak;
import dev.sluice.targets.keycloak.Logins;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of a pool's names in a realm of a real Keycloak, whatever is in them. */
class OddNamesTest {
  private static final List<String> GROUPS =
      List.of(
          "guests/root",
          "guests",
          "a~b",
          "a~",
          "~",
          "ops/",
          "/lead",
          "/",
          "a//b",
          ".",
          "..",
          "a/./b",
          "50%",
          "a%2Fb",
          "größe",
          "🙂",
          "a;b",
          "a?b#c",
          "a\\b",
          "+",
          "x".repeat(128));
  private static final List<String> PROVIDERS =
      List.of("Corp~X", "50%off", "...", "Größe", "Firma🙂", "a'b\"c", "<a>");
  private static final List<String> SERVERS =
      List.of("https://orders.example/~api/v1//", "a~b", "..", "50%", "urn:x:y;z");

  private final String realm = "names-" + UUID.randomUUID();
  private final KeycloakOptions options = LiveKeycloak.options(realm);
  private final KeycloakApi api = new KeycloakApi(options);
  private final Target target = new KeycloakTarget(options, api);

  @AfterEach
  void close() throws TroubleException {
    api.delete(api.realm(""));
    target.close();
  }

  @Test
  void whatever_is_in_a_name_its_object_is_made_once_under_it() throws TroubleException {
    ProvisionRequest request = request(GROUPS);
    List<ProvisionStep> steps = target.provision(request);
    steps.forEach(ProvisionStep::apply);

    assertThat(target.provision(request)).isEmpty();
    assertThat(read("/groups?max=1000"))
        .extracting(group -> group.path("name").asString(""))
        .containsExactlyInAnyOrderElementsOf(GROUPS);
    assertThat(read("/identity-provider/instances"))
        .extracting(provider -> provider.path("alias").asString(""))
        .containsExactlyInAnyOrderElementsOf(PROVIDERS);
    assertThat(read("/client-scopes"))
        .extracting(scope -> scope.path("name").asString(""))
        .containsAll(SERVERS.stream().map(server -> server + "/read~all").toList());
  }

  @Test
  void the_claim_has_the_pools_names_whoever_made_the_groups() throws TroubleException {
    target.provision(request(GROUPS.subList(0, 7))).forEach(ProvisionStep::apply);
    List<String> paths = GROUPS.stream().map(GroupPath::of).toList();
    String id = UUID.randomUUID().toString();
    PlannedUser early = user(id, paths.subList(0, 14));
    assertThat(target.write(List.of(early))).containsExactly(new WriteOutcome.Created(early.id()));
    update(user(id, paths.subList(0, 1)), paths);
    assertThat(groupsOf(early)).containsExactly("/guests~/root");
    update(user(id, paths), paths);

    assertThat(groupsOf(early)).containsExactlyInAnyOrderElementsOf(paths);
    assertThat(claimed(early, "cognito:groups")).containsExactlyInAnyOrderElementsOf(GROUPS);
    target.provision(request(GROUPS)).forEach(ProvisionStep::apply);
    assertThat(target.provision(request(GROUPS))).isEmpty();
  }

  @Test
  void one_objects_trouble_stops_no_other() throws TroubleException {
    List<String> groups = List.of("first", "y".repeat(300), "last");
    List<String> failed = new ArrayList<>();
    for (ProvisionStep step : target.provision(request(groups))) {
      try {
        step.apply();
      } catch (TargetException e) {
        assertThat(e.isUnavailable()).isFalse();
        failed.add(step.describe());
      }
    }
    assertThat(failed).singleElement().asString().contains("yyy");
    assertThat(read("/groups"))
        .extracting(group -> group.path("name").asString(""))
        .containsExactlyInAnyOrder("first", "last");
  }

  @Test
  void what_is_longer_than_keycloak_can_store_is_cut_or_left_out_and_told()
      throws TroubleException {
    String scope = "https://orders.example/" + "s".repeat(240) + "/read";
    List<ProvisionStep> steps = target.provision(request(List.of("first"), scope));
    steps.forEach(ProvisionStep::apply);

    assertThat(steps)
        .filteredOn(ProvisionStep::isManual)
        .singleElement()
        .satisfies(step -> assertThat(step.describe()).contains(scope, "at most 255"));
    assertThat(steps)
        .flatExtracting(step -> step.diff().map(ObjectDiff::lines).orElse(List.of()))
        .extracting(DiffLine::text)
        .contains("description: only its first 255 characters")
        .anyMatch(text -> text.startsWith("role: not stored"))
        .anyMatch(text -> text.startsWith("redirect URI left out") && text.endsWith("ccc"));
    JsonNode group = read("/groups?briefRepresentation=false").path(0).path("attributes");
    assertThat(group.path("description").path(0).asString()).isEqualTo("Ü".repeat(255));
    assertThat(group.has("roleArn")).isFalse();
    assertThat(read("/clients?clientId=app").path(0).path("redirectUris").toString())
        .isEqualTo("[\"https://shop.example/in\"]");
  }

  private void update(PlannedUser user, List<String> ofThePool) {
    SourceNames names = new SourceNames(Set.of(), Set.copyOf(ofThePool));
    assertThat(target.update(List.of(new PlannedUpdate(user, true)), names))
        .containsExactly(new UpdateOutcome.Done(user.id()));
  }

  private Set<String> groupsOf(PlannedUser user) {
    return target.read(List.of(user.id())).getFirst().orElseThrow().groups();
  }

  private static PlannedUser user(String id, List<String> groups) {
    return PlannedUserBuilder.plain()
        .id(id)
        .username("mira-" + id)
        .groups(groups.toArray(String[]::new))
        .firstPassword(FirstPassword.AT_FIRST_LOGIN)
        .build();
  }

  private List<String> claimed(PlannedUser user, String claim) throws TroubleException {
    ObjectNode password =
        JsonMapper.shared().createObjectNode().put("type", "password").put("value", "Made-Up-4711");
    api.put(api.realm("/users/" + user.id() + "/reset-password"), password).expectOk();
    HttpResponse<String> granted = new Logins(options).byGrant(user.username(), "Made-Up-4711");
    assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    String token = JsonMapper.shared().readTree(granted.body()).path("access_token").asString("");
    String claims =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    return JsonMapper.shared()
        .readTree(claims)
        .path(claim)
        .valueStream()
        .map(each -> each.asString(""))
        .toList();
  }

  private static ProvisionRequest request(List<String> groups, String... scopes) {
    return new ProvisionRequest(
        MigrationMode.BULK,
        URI.create("http://127.0.0.1:7170"),
        new Secret("made-up-token"),
        List.of(),
        groups.stream().map(GroupPath::of).toList(),
        true,
        pool(groups, scopes),
        NamesAtTarget.unchanged());
  }

  private static PoolInventory pool(List<String> groups, String... scopes) {
    PoolInventory base = PoolInventories.plain();
    List<IdentityProvider> providers =
        PROVIDERS.stream()
            .map(name ->
                RichPool.provider(
                    name,
                    "OIDC",
                    Map.of(
                        "oidc_issuer", "https://work.example",
                        "authorize_url", "https://work.example/authorize",
                        "token_url", "https://work.example/token",
                        "jwks_uri", "https://work.example/keys")))
            .toList();
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
        List.of(client(scopes)),
        SERVERS.stream()
            .map(id ->
                new ResourceServer(
                    id, "Server", List.of(new ResourceScope("read~all", "d".repeat(256)))))
            .toList(),
        providers,
        groups.stream()
            .map(name ->
                new PoolGroup(
                    name,
                    "Ü".repeat(2048),
                    null,
                    "arn:aws:iam::123456789012:role/" + "r".repeat(400)))
            .toList(),
        base.identityPools(),
        base.unread());
  }

  private static AppClient client(String... scopes) {
    return new AppClient(
        "app",
        "app",
        false,
        null,
        null,
        null,
        List.of("ALLOW_USER_PASSWORD_AUTH"),
        new OAuthSettings(
            true,
            List.of("code"),
            Stream.concat(Stream.of("openid", "a~b/read~all"), Stream.of(scopes)).toList(),
            List.of("https://shop.example/" + "c".repeat(900), "https://shop.example/in"),
            List.of(),
            null),
        new TokenSettings(
            Duration.ofMinutes(17),
            Duration.ofMinutes(23),
            Duration.ofDays(5),
            Duration.ofMinutes(4),
            false,
            Duration.ZERO),
        List.of(),
        List.of(),
        List.of("COGNITO"),
        true,
        true);
  }

  private JsonNode read(String path) throws TroubleException {
    return api.get(api.realm(path)).expectOk().body();
  }
}
