package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Patch;
import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.store.UserRules;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Single users: {@code /api/user} and {@code /api/user/{userId}}. */
public final class UserEndpoint implements Endpoint {
  private final Store store;
  private final UserRules rules;

  public UserEndpoint(Store store) {
    this.store = store;
    this.rules = new UserRules(store);
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.segment(0).equals("user") || call.segments().size() > 2) {
      return Optional.empty();
    }
    if (call.segments().size() == 1) {
      return switch (call.method()) {
        case "GET" -> Optional.of(byLogin(call));
        case "POST" -> Optional.of(create(call, Ids.fresh()));
        default -> Optional.empty();
      };
    }
    String id = call.segment(1);
    return Ids.isId(id) ? Optional.of(ofOne(call, id)) : Optional.empty();
  }

  private Reply byLogin(Call call) {
    return Stream.of("email", "username", "loginId")
        .map(call::parameter)
        .filter(login -> !login.isEmpty())
        .findFirst()
        .flatMap(login -> store.people.byLogin(store.tenantOf(call), login))
        .map(person -> Reply.ok("user", person.shown()))
        .orElseGet(Reply::missing);
  }

  private Reply ofOne(Call call, String id) {
    if (call.method().equals("POST")) {
      return create(call, id);
    }
    Optional<Person> found = store.person(call, id);
    if (found.isEmpty()) {
      return Reply.missing();
    }
    Person person = found.get();
    return switch (call.method()) {
      case "GET" -> Reply.ok("user", person.shown());
      case "PUT" -> replace(call, person);
      case "PATCH" ->
          change(call, person, Patch.of(person.json(), call.body().path("user")), call.body());
      case "DELETE" -> delete(call, person);
      default -> Reply.of(405);
    };
  }

  private Reply create(Call call, String id) {
    JsonNode sent = call.body().path("user");
    if (!(sent instanceof ObjectNode user)) {
      return new Errors().missing("user").reply();
    }
    String given = user.path("id").asString(id);
    String tenant = store.tenantOf(call);
    Errors errors = rules.problems(user, tenant, field -> "user." + field);
    if (!Ids.isId(given)) {
      errors.invalid("user.id", given);
    } else if (store.people.byId(given).isPresent()) {
      errors.duplicate("user.id", "User", "Id", given);
    }
    String password = user.path("password").asString("");
    if (password.isEmpty() && !call.body().path("sendSetPasswordEmail").asBoolean(false)) {
      errors.missing("user.password");
    }
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    ObjectNode stored = UserRules.completed(user, given, tenant);
    stored.put("active", true);
    Person person = new Person(stored, null, null);
    person = password.isEmpty() ? person : person.withPassword(password, Store.OWN_CONNECTOR);
    store.people.put(person);
    return Reply.ok("user", person.shown());
  }

  private Reply replace(Call call, Person person) {
    if (call.parameter("reactivate").equals("true")) {
      ObjectNode active = person.json().deepCopy();
      active.put("active", true);
      store.people.put(person.with(active));
      return Reply.ok("user", active);
    }
    JsonNode sent = call.body().path("user");
    if (!(sent instanceof ObjectNode user)) {
      return new Errors().missing("user").reply();
    }
    ObjectNode next = user.deepCopy();
    // A PUT does not touch these: they have APIs of their own.
    for (String kept : new String[] {"registrations", "memberships", "active", "insertInstant"}) {
      if (person.json().has(kept)) {
        next.set(kept, person.json().get(kept));
      }
    }
    return change(call, person, next, call.body());
  }

  private Reply change(Call call, Person person, ObjectNode next, JsonNode request) {
    next.put("id", person.id());
    Errors errors = rules.problems(next, person.tenant(), field -> "user." + field);
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    next.remove("password");
    Person changed = person.with(UserRules.completed(next, person.id(), store.tenantOf(call)));
    String password = request.path("user").path("password").asString("");
    if (!password.isEmpty()) {
      changed = changed.withPassword(password, Store.OWN_CONNECTOR);
    }
    store.people.put(changed);
    return Reply.ok("user", changed.shown());
  }

  private Reply delete(Call call, Person person) {
    boolean hard =
        call.parameter("hardDelete").equals("true")
            || call.body().path("hardDelete").asBoolean(false);
    if (hard) {
      store.people.remove(person);
      store.links.removeIf(link -> link.path("userId").asString("").equals(person.id()));
    } else {
      ObjectNode inactive = person.json().deepCopy();
      inactive.put("active", false);
      store.people.put(person.with(inactive));
    }
    return Reply.of(200);
  }
}
