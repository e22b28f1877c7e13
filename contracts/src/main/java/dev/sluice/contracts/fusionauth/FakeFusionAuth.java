package dev.sluice.contracts.fusionauth;

import dev.sluice.contracts.fusionauth.resource.GenericConnector;
import dev.sluice.contracts.fusionauth.resource.ImportStyle;
import dev.sluice.contracts.fusionauth.resource.LoginEndpoint;
import dev.sluice.contracts.fusionauth.resource.ObjectKind;
import dev.sluice.contracts.fusionauth.resource.SystemEndpoint;
import dev.sluice.contracts.fusionauth.resource.UserImport;
import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Description;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Faults;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.contracts.fusionauth.wire.Watch;
import dev.sluice.contracts.fusionauth.wire.Wiring;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A FusionAuth on loopback that keeps state. It refuses what the vendor's documents say is refused,
 * fails where the vendor is known to fail, and has the {@link #faults()} that a test asks for.
 *
 * <p>Where the vendor's own description of its API is present, every request and every answer is
 * checked against it: a request that does not fit is answered 400 with {@code [notAsDescribed]},
 * and {@link #close} fails if there was any. It has one tenant from the start.
 */
public final class FakeFusionAuth implements AutoCloseable {
  /** The API key that is accepted. */
  public static final String KEY = "made-up-api-key-of-a-fake";

  /** The tenant that exists from the start. */
  public static final String TENANT = "0e6a4b7d-2f5c-4c1e-9a83-51d7c2f0b966";

  private final Store store = new Store();
  private final GenericConnector connector = new GenericConnector();
  private final LoginEndpoint logins = new LoginEndpoint(store, connector);
  private final UserImport imports = new UserImport(store);
  private final SystemEndpoint system = new SystemEndpoint();
  private final Faults faults = new Faults();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final Watch watch;
  private final Api api;
  private final Wiring wiring;

  private FakeFusionAuth(Watch watch) {
    this.watch = watch;
    ObjectNode tenant = JsonMapper.shared().createObjectNode();
    tenant.put("id", TENANT).put("name", "Default");
    tenant.putArray("connectorPolicies").addObject().put("connectorId", Store.OWN_CONNECTOR);
    store.tenants.put(tenant);
    store.connectors.put(
        JsonMapper.shared()
            .createObjectNode()
            .put("id", Store.OWN_CONNECTOR)
            .put("name", "Default")
            .put("type", "FusionAuth"));
    this.api = new Api(store, KEY, Api.endpoints(store, system, imports, logins));
    this.wiring =
        new Wiring(
            new Wiring.Desk() {
              @Override
              public Optional<Fault> faultOf(Call call) {
                calls.add(call);
                return faults.of(call);
              }

              @Override
              public Reply answer(Call call) {
                return watched(call);
              }
            });
  }

  /** Starts one on a free port, checked against the vendor's description where that is present. */
  public static FakeFusionAuth start() {
    return new FakeFusionAuth(Description.find());
  }

  private Reply watched(Call call) {
    List<String> wrong = watch.problems(call);
    if (!wrong.isEmpty()) {
      violations.add("request " + call.line() + ": " + wrong);
      return new Errors().general("[notAsDescribed]", wrong.toString()).reply();
    }
    Reply reply = api.answer(call);
    List<String> wrongReply = watch.problems(call, reply);
    if (!wrongReply.isEmpty()) {
      violations.add("answer " + reply.status() + " to " + call.line() + ": " + wrongReply);
    }
    return reply;
  }

  public URI url() {
    return wiring.url();
  }

  public Faults faults() {
    return faults;
  }

  /** Returns every call so far, in the order of their arrival. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Returns the calls whose line begins with this, such as {@code POST /api/user/import}. */
  public List<Call> calls(String line) {
    return calls.stream().filter(call -> call.line().startsWith(line)).toList();
  }

  /** Returns whether the vendor's description is present. */
  public boolean isHeldAgainstDescription() {
    return watch instanceof Description;
  }

  /** Returns what did not fit the vendor's description; empty where that is not present too. */
  public List<String> violations() {
    return List.copyOf(violations);
  }

  /** Returns a user as a caller with all rights sees it. */
  public Optional<ObjectNode> user(String id) {
    return store.people.byId(id).map(Person::shown);
  }

  /** Returns the users' ids. */
  public List<String> userIds() {
    return store.people.all().stream().map(Person::id).toList();
  }

  /** Returns the user's password as it was set; empty where there is none. */
  public Optional<String> passwordOf(String id) {
    return store.people.byId(id).flatMap(person -> Optional.ofNullable(person.password()));
  }

  /** Gives the user a password, as its owner would. */
  public void setPassword(String id, String password) {
    store
        .people
        .byId(id)
        .ifPresent(person -> store.people.put(person.withPassword(password, Store.OWN_CONNECTOR)));
  }

  /** Returns this user's links to accounts at other providers. */
  public List<ObjectNode> links(String userId) {
    return store.links.stream()
        .filter(link -> link.path("userId").asString("").equals(userId))
        .toList();
  }

  /** Returns the groups, by which their members name them. */
  public List<ObjectNode> groups() {
    return store.groups.all();
  }

  /** Creates an application, and returns its id. */
  public String addApplication(String name) {
    ObjectNode application = JsonMapper.shared().createObjectNode();
    String id = Ids.fresh();
    application.put("id", id).put("name", name).put("tenantId", TENANT);
    ObjectKind.APPLICATION.complete(application);
    store.applications.put(application);
    return id;
  }

  /**
   * Creates an identity provider, and returns its id.
   *
   * @param type in FusionAuth's words, such as {@code Google} or {@code SAMLv2}
   */
  public String addIdentityProvider(String type, String name) {
    String id = Ids.fresh();
    store.identityProviders.put(
        JsonMapper.shared()
            .createObjectNode()
            .put("id", id)
            .put("type", type)
            .put("name", name)
            .put("enabled", true));
    return id;
  }

  /**
   * Creates a provider as {@link #addIdentityProvider(String, String)} does, for users of this
   * tenant alone.
   */
  public String addIdentityProvider(String type, String name, String tenant) {
    String id = addIdentityProvider(type, name);
    ObjectNode provider = store.identityProviders.find(id).orElseThrow();
    store.identityProviders.put(provider.put("tenantId", tenant));
    return id;
  }

  /** Creates a group in this tenant, and returns its id. */
  public String addGroup(String name, String tenant) {
    String id = Ids.fresh();
    store.groups.put(
        JsonMapper.shared()
            .createObjectNode()
            .put("id", id)
            .put("name", name)
            .put("tenantId", tenant));
    return id;
  }

  /** Creates a second tenant, and returns its id. */
  public String addTenant(String name) {
    String id = Ids.fresh();
    store.tenants.put(JsonMapper.shared().createObjectNode().put("id", id).put("name", name));
    return id;
  }

  /** Returns the tenant, application, connector or the like of this id, whatever it is. */
  public Optional<ObjectNode> object(String id) {
    return Stream.of(
            store.tenants,
            store.applications,
            store.groups,
            store.connectors,
            store.identityProviders,
            store.entityTypes,
            store.entities)
        .flatMap(table -> table.find(id).stream())
        .findFirst();
  }

  /** Returns what an entity may do at this one, one grant each. */
  public List<ObjectNode> grants(String entityId) {
    return store.grants.stream()
        .filter(grant -> grant.path("entity").path("id").asString("").equals(entityId))
        .toList();
  }

  public List<ObjectNode> identityProviders() {
    return store.identityProviders.all();
  }

  /** Removes a group without any call. */
  public void removeGroup(String id) {
    store.groups.remove(id);
  }

  public void importErrors(ImportStyle style) {
    imports.answerIn(style);
  }

  /** Returns how many imports came while another was running. */
  public int parallelImports() {
    return imports.parallelImports();
  }

  /**
   * Sets whether logins of users who were imported without a password reach connectors; the vendor
   * does not say.
   */
  public void importedReachConnectors(boolean reach) {
    logins.importedReachConnectors(reach);
  }

  public void version(String version) {
    system.version(version);
  }

  /** Withdraws a right from the API key: that of calls that begin with this line. */
  public void closeToKey(String line) {
    api.closeToKey(line);
  }

  /**
   * Stops.
   *
   * @throws AssertionError when a request or an answer did not fit the vendor's description
   */
  @Override
  public void close() {
    wiring.close();
    connector.close();
    if (!violations.isEmpty()) {
      throw new AssertionError(
          violations.size()
              + " requests or answers did not fit FusionAuth's description: "
              + String.join("\n", violations));
    }
  }
}
