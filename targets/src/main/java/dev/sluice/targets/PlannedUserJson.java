package dev.sluice.targets;

import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.PlannedUser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Formats a planned user as the JSON that our extensions and the gateway use: {@code {"id",
 * "username", "enabled", "email"?, "emailVerified", "phoneNumber"?, "phoneNumberVerified",
 * "givenName"?, "familyName"?, "createdAt": milliseconds since 1970, "attributes": {"name":
 * ["value"]}, "groups": ["/staff/admins"], "links": [{"provider", "userId", "userName"}],
 * "password": "AT_FIRST_LOGIN" | "MUST_RESET" | "NONE", "obligations": ["NEW_PASSWORD" |
 * "SECOND_FACTOR" | "VERIFY_EMAIL"], "emailClaim"?: "TAKE" | "YIELD"}}. A field with a question
 * mark is left out if it has no value.
 */
public final class PlannedUserJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private PlannedUserJson() {}

  public static ObjectNode of(PlannedUser user) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", user.id().value());
    json.put("username", user.username());
    json.put("enabled", user.enabled());
    putIfPresent(json, "email", user.email());
    json.put("emailVerified", user.emailVerified());
    putIfPresent(json, "phoneNumber", user.phoneNumber());
    json.put("phoneNumberVerified", user.phoneNumberVerified());
    putIfPresent(json, "givenName", user.givenName());
    putIfPresent(json, "familyName", user.familyName());
    json.put("createdAt", user.createdAt().toEpochMilli());
    addLists(json, user);
    json.put("password", user.firstPassword().name());
    if (user.emailClaim() != EmailClaim.OWN) {
      json.put("emailClaim", user.emailClaim().name());
    }
    return json;
  }

  private static void addLists(ObjectNode json, PlannedUser user) {
    ObjectNode attributes = json.putObject("attributes");
    user.attributes().forEach((name, values) -> values.forEach(attributes.putArray(name)::add));
    user.groups().forEach(json.putArray("groups")::add);
    ArrayNode links = json.putArray("links");
    user.identities().forEach(identity -> links.add(link(user, identity)));
    ArrayNode obligations = json.putArray("obligations");
    user.obligations().stream().sorted().forEach(each -> obligations.add(each.name()));
  }

  private static ObjectNode link(PlannedUser user, ExternalIdentity identity) {
    ObjectNode link = MAPPER.createObjectNode();
    link.put("provider", LinkAlias.of(identity));
    link.put("userId", identity.userId());
    String email = user.email();
    link.put("userName", email == null ? identity.userId() : email);
    return link;
  }

  private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
