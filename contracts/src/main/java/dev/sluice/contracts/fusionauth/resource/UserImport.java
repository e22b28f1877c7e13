package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.store.UserRules;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /api/user/import}: all users or none, one status for all of them, and no two at the
 * same time.
 */
public final class UserImport implements Endpoint {
  /** The words of a refusal without details. */
  private static final String FAILED =
      "An error occurred during the import request. This is most likely due to a unique key"
          + " constraint.";

  private final Store store;
  private final UserRules rules;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger parallel = new AtomicInteger();
  private volatile ImportStyle style = ImportStyle.BY_VALUE;

  public UserImport(Store store) {
    this.store = store;
    this.rules = new UserRules(store);
  }

  public void answerIn(ImportStyle chosen) {
    style = chosen;
  }

  /** Returns how many imports came while another was running. */
  public int parallelImports() {
    return parallel.get();
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (!call.is("POST", "user", "import")) {
      return Optional.empty();
    }
    try {
      if (running.incrementAndGet() > 1) {
        parallel.incrementAndGet();
        return Optional.of(failed());
      }
      return Optional.of(bring(call));
    } finally {
      running.decrementAndGet();
    }
  }

  private static Reply failed() {
    return Reply.of(500, new Errors().general("[ImportRequestFailed]", FAILED).body());
  }

  private Reply bring(Call call) {
    List<ObjectNode> users = new ArrayList<>();
    call.body().path("users").forEach(user -> users.add((ObjectNode) user));
    if (users.isEmpty()) {
      return new Errors().missing("users").reply();
    }
    Optional<String> noId =
        users.stream().flatMap(UserImport::ids).filter(id -> !Ids.isId(id)).findFirst();
    if (noId.isPresent()) {
      return new Errors()
          .general("[invalidJSON]", "Invalid JSON in the request body: [" + noId.get() + "].")
          .reply();
    }
    if (!users.stream().allMatch(UserRules::isReadable)) {
      return new Errors()
          .general("[invalidJSON]", "Invalid JSON in the request body: [users.imageUrl].")
          .reply();
    }
    String tenant = store.tenantOf(call);
    if (!users.stream().allMatch(user -> rules.groupsAreThere(user, tenant))) {
      // A missing group is not checked, and fails as the database does.
      return failed();
    }
    Faulty faulty = new Faulty(tenant);
    for (int place = 0; place < users.size(); place++) {
      faulty.check(place, users.get(place));
    }
    if (!faulty.errors.isEmpty()) {
      return call.body().path("validateDbConstraints").asBoolean(false)
          ? faulty.refusal()
          : failed();
    }
    users.forEach(user -> store.people.put(imported(user, tenant)));
    return Reply.of(200);
  }

  private static Stream<String> ids(ObjectNode user) {
    Stream<JsonNode> inside =
        Stream.of("registrations", "memberships").flatMap(name -> user.path(name).valueStream());
    return Stream.concat(
            Stream.of(user.path("id")),
            inside.flatMap(each -> Stream.of(each.path("applicationId"), each.path("groupId"))))
        .filter(JsonNode::isString)
        .map(id -> id.asString(""));
  }

  private static Person imported(ObjectNode user, String tenant) {
    String id = user.path("id").asString(Ids.fresh());
    String password = user.path("password").asString("");
    ObjectNode stored = UserRules.completed(user, id, tenant);
    boolean mustChange = stored.path("passwordChangeRequired").asBoolean(false);
    Person person = new Person(stored, null, null);
    if (!password.isEmpty()) {
      person = person.withPassword(password, Store.OWN_CONNECTOR);
      person.json().put("passwordChangeRequired", mustChange);
    }
    return person;
  }

  /** Finds what the database would refuse, in the request itself too. */
  private final class Faulty {
    private final String tenant;
    private final Errors errors = new Errors();
    private final Set<String> seen = new HashSet<>();

    Faulty(String tenant) {
      this.tenant = tenant;
    }

    void check(int place, ObjectNode user) {
      String id = user.path("id").asString("");
      if (!id.isEmpty() && (store.people.byId(id).isPresent() || !seen.add("id/" + id))) {
        errors.duplicate(name(place, "id"), "User", "Id", id);
      }
      rules.collect(user, tenant, field -> name(place, field), errors);
      for (String field : new String[] {"email", "username", "phoneNumber"}) {
        String value = user.path(field).asString("").toLowerCase(Locale.ROOT);
        if (!value.isEmpty() && !seen.add("login/" + value) && !sameLoginTwice(user, field)) {
          errors.duplicate(name(place, field), "User", field, value);
        }
      }
    }

    private boolean sameLoginTwice(ObjectNode user, String field) {
      return field.equals("username")
          && user.path("email").asString("").equalsIgnoreCase(user.path(field).asString(""));
    }

    private String name(int place, String field) {
      return switch (style) {
        case BY_PLACE -> "users[" + place + "]." + field;
        case BY_PLACE_AT_THE_END -> "user." + field + "[" + place + "]";
        case WRONGLY -> "users[" + (place + 1) + "]." + field;
        case BY_VALUE, NOT_AT_ALL -> "user." + field;
      };
    }

    Reply refusal() {
      return style == ImportStyle.NOT_AT_ALL
          ? Reply.of(400, new Errors().general("[ImportRequestFailed]", FAILED).body())
          : errors.reply();
    }
  }
}
