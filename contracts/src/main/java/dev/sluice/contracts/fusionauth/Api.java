package dev.sluice.contracts.fusionauth;

import dev.sluice.contracts.fusionauth.resource.Endpoint;
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
}
