package dev.sluice.contracts.fusionauth;

import dev.sluice.contracts.fusionauth.resource.ActionEndpoint;
import dev.sluice.contracts.fusionauth.resource.Endpoint;
import dev.sluice.contracts.fusionauth.resource.GrantEndpoint;
import dev.sluice.contracts.fusionauth.resource.GroupEndpoint;
import dev.sluice.contracts.fusionauth.resource.LinkEndpoint;
import dev.sluice.contracts.fusionauth.resource.LoginEndpoint;
import dev.sluice.contracts.fusionauth.resource.MemberEndpoint;
import dev.sluice.contracts.fusionauth.resource.ObjectEndpoint;
import dev.sluice.contracts.fusionauth.resource.ObjectKind;
import dev.sluice.contracts.fusionauth.resource.PartEndpoint;
import dev.sluice.contracts.fusionauth.resource.PasswordEndpoint;
import dev.sluice.contracts.fusionauth.resource.RegistrationEndpoint;
import dev.sluice.contracts.fusionauth.resource.SystemEndpoint;
import dev.sluice.contracts.fusionauth.resource.UserEndpoint;
import dev.sluice.contracts.fusionauth.resource.UserImport;
import dev.sluice.contracts.fusionauth.resource.UserSearch;
import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The whole API: checks who may call and in which tenant, and picks the part that answers. */
final class Api {
  private static final Set<String> WITHOUT_TENANT =
      Set.of("tenant", "system", "status", "connector", "identity-provider", "theme");

  private final Store store;
  private final String key;
  private final List<Endpoint> resources;
  private final Set<String> closedToKey = new CopyOnWriteArraySet<>();

  Api(Store store, String key, List<Endpoint> resources) {
    this.store = store;
    this.key = key;
    this.resources = List.copyOf(resources);
  }

  /** Withdraws a right from the API key: that of calls that begin with this line. */
  void closeToKey(String line) {
    closedToKey.add(line);
  }

  Reply answer(Call call) {
    if (needsKey(call) && !isAllowed(call)) {
      return Reply.of(401);
    }
    Optional<Reply> wrongTenant = wrongTenant(call);
    if (wrongTenant.isPresent()) {
      return wrongTenant.get();
    }
    return resources.stream()
        .flatMap(endpoint -> endpoint.answer(call).stream())
        .findFirst()
        .orElseGet(() -> Reply.of(404));
  }

  private static boolean needsKey(Call call) {
    return !call.is("GET", "status") && !call.is("POST", "login");
  }

  private boolean isAllowed(Call call) {
    return call.key().filter(key::equals).isPresent()
        && closedToKey.stream().noneMatch(call.line()::startsWith);
  }

  private Optional<Reply> wrongTenant(Call call) {
    if (call.tenant().isPresent()) {
      String named = call.tenant().get();
      return Ids.isId(named) && store.tenants.has(named)
          ? Optional.empty()
          : Optional.of(
              new Errors()
                  .general("[InvalidTenantId]", "There is no tenant with Id [" + named + "].")
                  .reply());
    }
    boolean ambiguous = store.tenants.all().size() != 1;
    // Types of entities are shared by all tenants; entities are not.
    boolean shared =
        WITHOUT_TENANT.contains(call.segment(0))
            || (call.segment(0).equals("entity") && call.segment(1).equals("type"));
    return ambiguous && !shared && !call.is("POST", "login")
        ? Optional.of(
            new Errors()
                .general(
                    "[TenantIdRequired]",
                    "There is more than one tenant: send the header X-FusionAuth-TenantId.")
                .reply())
        : Optional.empty();
  }

  /** Returns every endpoint; these three have something that a test can choose. */
  static List<Endpoint> endpoints(
      Store store, SystemEndpoint system, UserImport imports, LoginEndpoint logins) {
    UserEndpoint users = new UserEndpoint(store);
    return List.of(
        system,
        imports,
        new UserSearch(store),
        logins,
        new PasswordEndpoint(store),
        new ActionEndpoint(store),
        new RegistrationEndpoint(store, users),
        users,
        new MemberEndpoint(store),
        new LinkEndpoint(store),
        new PartEndpoint(store.applications, List.of("application"), "roles", "role"),
        new PartEndpoint(store.entityTypes, List.of("entity", "type"), "permissions", "permission"),
        new GrantEndpoint(store),
        new ObjectEndpoint(ObjectKind.ENTITY_TYPE, store.entityTypes),
        new ObjectEndpoint(ObjectKind.ENTITY, store.entities),
        new ObjectEndpoint(ObjectKind.TENANT, store.tenants),
        new ObjectEndpoint(ObjectKind.APPLICATION, store.applications),
        new GroupEndpoint(store),
        new ObjectEndpoint(ObjectKind.CONNECTOR, store.connectors),
        new ObjectEndpoint(ObjectKind.IDENTITY_PROVIDER, store.identityProviders),
        new ObjectEndpoint(ObjectKind.THEME, store.themes));
  }
}
