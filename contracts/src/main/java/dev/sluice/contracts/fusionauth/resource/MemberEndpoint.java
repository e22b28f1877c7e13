package dev.sluice.contracts.fusionauth.resource;

import dev.sluice.contracts.fusionauth.store.Ids;
import dev.sluice.contracts.fusionauth.store.Person;
import dev.sluice.contracts.fusionauth.store.Store;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Errors;
import dev.sluice.contracts.fusionauth.wire.Reply;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/group/member}: the members of groups. Members travel by the ids of their groups. */
public final class MemberEndpoint implements Endpoint {
  private final Store store;

  public MemberEndpoint(Store store) {
    this.store = store;
  }

  @Override
  public Optional<Reply> answer(Call call) {
    if (call.is("POST", "group", "member")) {
      return Optional.of(add(call));
    }
    if (call.is("POST", "group", "member", "search")) {
      return Optional.of(search(call));
    }
    return call.is("DELETE", "group", "member") ? Optional.of(remove(call)) : Optional.empty();
  }

  private Reply add(Call call) {
    Errors errors = new Errors();
    for (Map.Entry<String, JsonNode> group : call.body().path("members").properties()) {
      if (!store.groups.has(group.getKey())) {
        errors.invalid("members", group.getKey());
      }
      group
          .getValue()
          .valueStream()
          .map(member -> member.path("userId").asString(""))
          .filter(user -> store.person(call, user).isEmpty())
          .forEach(user -> errors.invalid("members.userId", user));
    }
    if (!errors.isEmpty()) {
      return errors.reply();
    }
    ObjectNode added = JsonMapper.shared().createObjectNode();
    for (Map.Entry<String, JsonNode> group : call.body().path("members").properties()) {
      ArrayNode members = added.putArray(group.getKey());
      group.getValue().forEach(member -> members.add(join(group.getKey(), member)));
    }
    return Reply.ok("members", added);
  }

  private ObjectNode join(String group, JsonNode member) {
    Person person = store.people.byId(member.path("userId").asString("")).orElseThrow();
    ObjectNode membership = ((ObjectNode) member).deepCopy();
    membership.put("groupId", group);
    membership.put("id", Ids.fresh());
    ObjectNode changed = without(person, group);
    memberships(changed).add(membership);
    store.people.put(person.with(changed));
    return membership;
  }

  private static ArrayNode memberships(ObjectNode user) {
    return user.path("memberships") instanceof ArrayNode there
        ? there
        : user.putArray("memberships");
  }

  private static ObjectNode without(Person person, String group) {
    ObjectNode changed = person.json().deepCopy();
    ArrayNode left = JsonMapper.shared().createArrayNode();
    memberships(changed)
        .valueStream()
        .filter(each -> !each.path("groupId").asString("").equalsIgnoreCase(group))
        .forEach(left::add);
    changed.set("memberships", left);
    return changed;
  }

  private Reply search(Call call) {
    JsonNode search = call.body().path("search");
    String group = search.path("groupId").asString("");
    String user = search.path("userId").asString("");
    ArrayNode members = JsonMapper.shared().createArrayNode();
    store.people.all().stream()
        .filter(person -> user.isEmpty() || person.id().equalsIgnoreCase(user))
        .forEach(person ->
            person
                .json()
                .path("memberships")
                .valueStream()
                .filter(each ->
                    group.isEmpty() || each.path("groupId").asString("").equalsIgnoreCase(group))
                .forEach(each ->
                    members.add(((ObjectNode) each.deepCopy()).put("userId", person.id()))));
    ObjectNode body = JsonMapper.shared().createObjectNode();
    body.put("total", members.size());
    body.set("members", members);
    return Reply.of(200, body);
  }

  private Reply remove(Call call) {
    for (Map.Entry<String, JsonNode> group : call.body().path("members").properties()) {
      group
          .getValue()
          .valueStream()
          .flatMap(user -> store.person(call, user.asString("")).stream())
          .forEach(person -> store.people.put(person.with(without(person, group.getKey()))));
    }
    return Reply.of(200);
  }
}
