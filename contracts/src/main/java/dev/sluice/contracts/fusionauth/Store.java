package dev.sluice.contracts.fusionauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that this FusionAuth keeps. */
final class Store {
  /** FusionAuth's own Connector, which is there from the start (its documents, "Connectors"). */
  static final String OWN_CONNECTOR = "e3306678-a53a-4964-9040-1c96f36dda72";

  final People people = new People();
  final Shelf tenants = new Shelf();
  final Shelf applications = new Shelf();
  final Shelf groups = new Shelf();
  final Shelf connectors = new Shelf();
  final Shelf identityProviders = new Shelf();
  final Shelf entityTypes = new Shelf();
  final Shelf entities = new Shelf();
  final Shelf themes = new Shelf();
  final List<ObjectNode> links = new CopyOnWriteArrayList<>();
  final List<ObjectNode> actions = new CopyOnWriteArrayList<>();
  final List<ObjectNode> grants = new CopyOnWriteArrayList<>();
  final Map<String, String> passwordTickets = new ConcurrentHashMap<>();

  /** The tenant that a call is about: the one it names, or the only one there is. */
  String tenantOf(Call call) {
    return call.tenant().orElseGet(() -> tenants.all().getFirst().path("id").asString(""));
  }

  /** A user of the call's tenant. */
  Optional<Person> person(Call call, String id) {
    return people.byId(id).filter(person -> person.tenant().equals(tenantOf(call)));
  }

  Stream<ObjectNode> policies(String tenant) {
    return tenants.find(tenant).stream()
        .flatMap(found -> found.path("connectorPolicies").valueStream())
        .filter(JsonNode::isObject)
        .map(ObjectNode.class::cast);
  }
}
