package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.store.Table;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/user/search}. Ids are looked up in the database, so that a user is found as soon as
 * it is there; unknown ids are left out.
 */
public final class UserSearch implements Endpoint {
  private static final int PAGE = 25;

  private final Store store;

  public UserSearch(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (call.is("GET", "user", "search")) {
      List<String> ids = call.query().getOrDefault("ids", List.of());
      return Optional.of(
          ids.isEmpty() ? byText(call, call.parameter("queryString")) : byIds(call, ids));
    }
    if (!call.is("POST", "user", "search")) {
      return Optional.empty();
    }
    JsonNode search = call.body().path("search");
    if (search.path("ids").isArray()) {
      List<String> ids = search.path("ids").valueStream().map(id -> id.asString("")).toList();
      return Optional.of(byIds(call, ids));
    }
    return Optional.of(byText(call, search.path("queryString").asString("*")));
  }

  private Reply byIds(Call call, List<String> ids) {
    return found(ids.stream().flatMap(id -> store.person(call, id).stream()).toList(), ids.size());
  }

  private Reply byText(Call call, String text) {
    String tenant = store.tenantOf(call);
    Stream<Person> all =
        store.people.all().stream().filter(person -> person.tenant().equals(tenant));
    String wanted = text.equals("*") ? "*" : "*" + text + "*";
    return found(
        all.filter(person ->
                Stream.concat(person.logins(), Stream.of("firstName", "lastName").map(person::text))
                    .anyMatch(value -> Table.matches(wanted, value)))
            .toList(),
        PAGE);
  }

  private static Reply found(List<Person> people, int most) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("total", people.size());
    ArrayNode users = body.putArray("users");
    people.stream().limit(most).map(Person::shown).forEach(users::add);
    return Reply.of(200, body);
  }
}
