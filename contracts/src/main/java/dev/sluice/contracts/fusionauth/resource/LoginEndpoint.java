package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.store.UserRules;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /api/login}. At a user's first login the tenant's Connectors prove the password, in
 * the order of its policies; from then on the Connector that said yes does. A policy that migrates
 * makes that FusionAuth itself.
 */
public final class LoginEndpoint implements Endpoint {
  private final Store store;
  private final GenericConnector connectors;
  private final UserRules rules;
  private volatile boolean importedReachConnectors;

  public LoginEndpoint(Store store, GenericConnector connectors) {
    this.store = store;
    this.connectors = connectors;
    this.rules = new UserRules(store);
  }

  /**
   * Sets whether users who were imported without a password count as never seen; the documents do
   * not say.
   */
  public void importedReachConnectors(boolean reach) {
    importedReachConnectors = reach;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    return call.is("POST", "login") ? Optional.of(login(call)) : Optional.empty();
  }

  private Reply login(Call call) {
    Errors errors = new Errors();
    for (String field : new String[] {"loginId", "password"}) {
      if (call.text(field).isEmpty()) {
        errors.missing(field);
      }
    }
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    String tenant = tenant(call);
    Optional<Person> known = store.people.byLogin(tenant, call.text("loginId"));
    return known
        .flatMap(person -> prove(call, tenant, person))
        .or(() -> isFirst(known) ? firstTime(call, tenant) : Optional.empty())
        .map(person -> let(call, person))
        .orElseGet(Reply::missing);
  }

  private String tenant(Call call) {
    return store
        .applications
        .find(call.text("applicationId"))
        .map(application -> application.path("tenantId").asString(""))
        .orElseGet(() -> store.tenantOf(call));
  }

  private boolean isFirst(Optional<Person> known) {
    return known.isEmpty()
        || (importedReachConnectors
            && known.get().connector() == null
            && known.get().password() == null);
  }

  private Optional<Person> prove(Call call, String tenant, Person person) {
    String connector = person.connector();
    if (connector == null) {
      return Optional.empty();
    }
    if (!connector.equals(Store.OWN_CONNECTOR)) {
      return ask(call, tenant, connector, false);
    }
    return Optional.of(person).filter(each -> call.text("password").equals(each.password()));
  }

  private Optional<Person> firstTime(Call call, String tenant) {
    for (ObjectNode policy : store.policies(tenant).toList()) {
      String connector = policy.path("connectorId").asString("");
      if (!appliesTo(policy, call.text("loginId")) || connector.equals(Store.OWN_CONNECTOR)) {
        continue;
      }
      Optional<Person> proved =
          ask(call, tenant, connector, policy.path("migrate").asBoolean(false));
      if (proved.isPresent()) {
        return proved;
      }
    }
    return Optional.empty();
  }

  private static boolean appliesTo(ObjectNode policy, String login) {
    JsonNode domains = policy.path("domains");
    return domains.isEmpty()
        || domains
            .valueStream()
            .map(domain -> domain.asString(""))
            .anyMatch(domain -> domain.equals("*") || login.endsWith("@" + domain));
  }

  private Optional<Person> ask(Call call, String tenant, String connector, boolean migrate) {
    Optional<ObjectNode> generic =
        store
            .connectors
            .find(connector)
            .filter(found -> found.path("type").asString("").equals("Generic"));
    return generic
        .flatMap(found -> connectors.ask(found, question(call)))
        .filter(user -> rules.groupsAreThere(user, tenant) && UserRules.isReadable(user))
        .map(user -> keep(call, tenant, connector, migrate, user));
  }

  private static ObjectNode question(Call call) {
    ObjectNode question = JsonMapper.shared().createObjectNode();
    question.put("applicationId", call.text("applicationId"));
    ObjectNode event = question.putObject("eventInfo");
    event.put("ipAddress", call.text("ipAddress"));
    event.put("userAgent", "made-up agent");
    question.put("loginId", call.text("loginId"));
    question.put("newDevice", true);
    question.put("noJWT", call.body().path("noJWT").asBoolean(false));
    return question.put("password", call.text("password"));
  }

  private Person keep(
      Call call, String tenant, String connector, boolean migrate, ObjectNode user) {
    ObjectNode stored = UserRules.completed(user, user.path("id").asString(""), tenant);
    stored.put("active", user.path("active").asBoolean(true));
    Person person = new Person(stored, null, connector);
    if (migrate) {
      person = person.withPassword(call.text("password"), Store.OWN_CONNECTOR);
      person
          .json()
          .put("passwordChangeRequired", user.path("passwordChangeRequired").asBoolean(false));
    }
    store.people.put(person);
    return person;
  }

  private Reply let(Call call, Person person) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    if (!person.isActive()) {
      return Reply.of(423);
    }
    if (store.actions.stream().anyMatch(action -> actionee(action).equals(person.id()))) {
      body.putArray("actions").addObject().put("actioneeUserId", person.id());
      return Reply.of(409, body);
    }
    if (person.json().path("passwordChangeRequired").asBoolean(false)) {
      String ticket = Ids.fresh();
      store.passwordTickets.put(ticket, person.id());
      body.put("changePasswordId", ticket);
      return Reply.of(203, body.put("changePasswordReason", "Administrative"));
    }
    if (!person.json().path("twoFactor").path("methods").isEmpty()) {
      return Reply.of(242, body.put("twoFactorId", Ids.fresh()));
    }
    body.set("user", person.shown());
    String application = call.text("applicationId");
    if (!application.isEmpty() && !person.isRegisteredFor(application)) {
      return Reply.of(202, body);
    }
    if (!call.body().path("noJWT").asBoolean(false)) {
      body.put("token", "made-up." + person.id() + ".token");
    }
    return Reply.of(200, body);
  }

  private static String actionee(ObjectNode action) {
    return action.path("actioneeUserId").asString("");
  }
}
