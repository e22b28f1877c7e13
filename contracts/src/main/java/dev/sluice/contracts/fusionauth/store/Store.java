package dev.sluice.contracts.fusionauth.store;

import dev.sluice.contracts.fusionauth.wire.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that this FusionAuth keeps. */
public final class Store {
  /** FusionAuth's own Connector, which is there from the start (its documents, "Connectors"). */
  public static final String OWN_CONNECTOR = "e3306678-a53a-4964-9040-1c96f36dda72";

  public final People people = new People();
  public final Table tenants = new Table();
  public final Table applications = new Table();
  public final Table groups = new Table();
  public final Table connectors = new Table();
  public final Table identityProviders = new Table();
  public final Table entityTypes = new Table();
  public final Table entities = new Table();
  public final Table themes = new Table();
  public final List<ObjectNode> links = new CopyOnWriteArrayList<>();
  public final List<ObjectNode> actions = new CopyOnWriteArrayList<>();
  public final List<ObjectNode> grants = new CopyOnWriteArrayList<>();
  public final Map<String, String> passwordTickets = new ConcurrentHashMap<>();

  /** Returns the tenant that a call is about: the one it names, or the only one there is. */
  public String tenantOf(Call call) {
    return call.tenant().orElseGet(() -> tenants.all().getFirst().path("id").asString(""));
  }

  /** Returns a user of the call's tenant. */
  public Optional<Person> person(Call call, String id) {
    return people.byId(id).filter(person -> person.tenant().equals(tenantOf(call)));
  }

  public Stream<ObjectNode> policies(String tenant) {
    return tenants.find(tenant).stream()
        .flatMap(found -> found.path("connectorPolicies").valueStream())
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast);
  }
}
