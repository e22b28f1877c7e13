package dev.sluice.targets.fusionauth;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads users out of the fake, without the target's code. */
record StoredUsers(FakeFusionAuth fake) {

  Optional<PlannedUser> read(UserId id) {
    return fake.user(id.value()).map(user -> planned(id, user));
  }

  private PlannedUser planned(UserId id, ObjectNode user) {
    JsonNode data = user.path("data");
    return new PlannedUser(
        new UserId(user.path("id").asString("")),
        user.path("username").asString(user.path("email").asString("")),
        user.path("active").asBoolean(),
        text(user, "email"),
        user.path("verified").asBoolean(),
        text(user, "mobilePhone"),
        data.path("phone_number_verified").asString("").equals("true"),
        text(user, "firstName"),
        text(user, "lastName"),
        attributes(data),
        groups(user),
        identities(id),
        user.path("passwordChangeRequired").asBoolean(false)
            ? FirstPassword.MUST_RESET
            : FirstPassword.valueOf(data.path("sluice_first_password").asString("NONE")),
        Set.of(),
        Instant.ofEpochMilli(user.path("insertInstant").asLong()));
  }

  private static @Nullable String text(JsonNode user, String field) {
    return user.has(field) ? user.path(field).asString("") : null;
  }

  private static Map<String, List<String>> attributes(JsonNode data) {
    Map<String, List<String>> attributes = new HashMap<>();
    data.properties()
        .forEach(each ->
            attributes.put(
                each.getKey(),
                each.getValue().isArray()
                    ? each.getValue().valueStream().map(value -> value.asString("")).toList()
                    : List.of(each.getValue().asString(""))));
    return attributes;
  }

  private List<String> groups(ObjectNode user) {
    Map<String, String> names = new HashMap<>();
    fake.groups()
        .forEach(group ->
            names.put(group.path("id").asString(""), "/" + group.path("name").asString("")));
    return user.path("memberships")
        .valueStream()
        .map(each -> names.getOrDefault(each.path("groupId").asString(""), "?"))
        .toList();
  }

  private List<ExternalIdentity> identities(UserId id) {
    return fake.links(id.value()).stream()
        .map(link ->
            new ExternalIdentity(
                link.path("identityProviderName").asString(""),
                link.path("identityProviderType").asString(""),
                link.path("identityProviderUserId").asString(""),
                null,
                false,
                null))
        .toList();
  }
}
