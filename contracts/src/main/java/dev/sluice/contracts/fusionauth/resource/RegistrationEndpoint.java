package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Patch;
import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.store.UserRules;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/user/registration}: a user's relation to an application, and a user created with one.
 */
public final class RegistrationEndpoint implements Endpoint {
  private final Store store;
  private final UserEndpoint users;

  public RegistrationEndpoint(Store store, UserEndpoint users) {
    this.store = store;
    this.users = users;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.segment(0).equals("user") || !call.segment(1).equals("registration")) {
      return Optional.empty();
    }
    String id = call.segment(2);
    if (call.method().equals("POST") && call.body().has("user")) {
      return Optional.of(createWithUser(call, id.isEmpty() ? Ids.fresh() : id));
    }
    Optional<Person> person = store.person(call, id);
    if (person.isEmpty()) {
      return Optional.of(Reply.missing());
    }
    return Optional.of(
        switch (call.method()) {
          case "POST" -> register(call, person.get());
          case "PUT", "PATCH" -> change(call, person.get());
          case "GET" -> read(person.get(), call.segment(3));
          case "DELETE" -> remove(person.get(), call.segment(3));
          default -> Reply.of(405);
        });
  }

  private Reply createWithUser(Call call, String id) {
    Errors errors = problems(call.body().path("registration"));
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    Call create =
        new Call("POST", List.of("user", id), call.query(), call.key(), call.tenant(), call.body());
    Reply created = users.answer(create).orElseGet(Reply::missing);
    if (!created.isOk()) {
      return created;
    }
    String given = created.body().path("user").path("id").asString(id);
    return store.people.byId(given).map(person -> register(call, person)).orElseGet(Reply::missing);
  }

  private Errors problems(JsonNode registration) {
    String application = registration.path("applicationId").asString("");
    if (application.isEmpty()) {
      return new Errors().missing("registration.applicationId");
    }
    return store.applications.has(application)
        ? new Errors()
        : new Errors().invalid("registration.applicationId", application);
  }

  private Reply register(Call call, Person person) {
    JsonNode sent = call.body().path("registration");
    Errors errors = problems(sent);
    String application = sent.path("applicationId").asString("");
    if (person.isRegisteredFor(application)) {
      errors.duplicate("registration", "Registration", "applicationId", application);
    }
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    ObjectNode registration = ((ObjectNode) sent).deepCopy();
    UserRules.completeRegistration(registration, System.currentTimeMillis());
    ObjectNode changed = person.json().deepCopy();
    list(changed).add(registration);
    return stored(person.with(changed), registration);
  }

  private Reply change(Call call, Person person) {
    JsonNode sent = call.body().path("registration");
    ObjectNode changed = person.json().deepCopy();
    Optional<ObjectNode> there =
        person.with(changed).registration(sent.path("applicationId").asString(""));
    if (there.isEmpty()) {
      return Reply.missing();
    }
    ObjectNode registration =
        call.method().equals("PATCH")
            ? Patch.of(there.get(), sent)
            : ((ObjectNode) sent).deepCopy();
    registration.set("id", there.get().get("id"));
    there.get().removeAll();
    there.get().setAll(registration);
    return stored(person.with(changed), registration);
  }

  private Reply read(Person person, String application) {
    return person
        .registration(application)
        .map(found -> Reply.ok("registration", found))
        .orElseGet(Reply::missing);
  }

  private Reply remove(Person person, String application) {
    if (!person.isRegisteredFor(application)) {
      return Reply.missing();
    }
    ObjectNode changed = person.json().deepCopy();
    ArrayNode left = JsonMapper.shared().createArrayNode();
    list(changed)
        .valueStream()
        .filter(each -> !each.path("applicationId").asString("").equalsIgnoreCase(application))
        .forEach(left::add);
    changed.set("registrations", left);
    store.people.put(person.with(changed));
    return Reply.of(200);
  }

  private Reply stored(Person person, ObjectNode registration) {
    store.people.put(person);
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.set("registration", registration);
    body.set("user", person.shown());
    return Reply.of(200, body);
  }

  private static ArrayNode list(ObjectNode user) {
    return user.path("registrations") instanceof ArrayNode there
        ? there
        : user.putArray("registrations");
  }
}
