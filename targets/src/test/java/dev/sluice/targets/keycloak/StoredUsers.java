package dev.sluice.targets.keycloak;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Users read through Keycloak's own admin API, which knows nothing of our extension. */
record StoredUsers(KeycloakApi api) {

  Optional<PlannedUser> read(UserId id) {
    try {
      Answer answer = api.get(api.realm("/users/" + id));
      return answer.missing() ? Optional.empty() : Optional.of(user(answer.body()));
    } catch (TroubleException e) {
      throw new AssertionError(e);
    }
  }

  private PlannedUser user(JsonNode json) throws TroubleException {
    UserId id = new UserId(json.path("id").asString(""));
    Map<String, List<String>> attributes = new HashMap<>();
    json.path("attributes").forEachEntry((name, values) -> attributes.put(name, texts(values)));
    // The extension's own mark, which goes by itself once the gateway has been told.
    attributes.remove("sluice-unsettled");
    List<String> phone = attributes.remove("phoneNumber");
    List<String> phoneVerified = attributes.remove("phoneNumberVerified");
    List<String> actions = texts(json.path("requiredActions"));
    return new PlannedUser(
        id,
        json.path("username").asString(""),
        json.path("enabled").asBoolean(false),
        json.path("email").asString(null),
        json.path("emailVerified").asBoolean(false),
        phone == null ? null : phone.getFirst(),
        List.of("true").equals(phoneVerified),
        json.path("firstName").asString(null),
        json.path("lastName").asString(null),
        attributes,
        api.get(api.realm("/users/" + id + "/groups"))
            .body()
            .valueStream()
            .map(group -> group.path("path").asString(""))
            .toList(),
        links(id),
        password(json, actions),
        obligations(actions),
        Instant.ofEpochMilli(json.path("createdTimestamp").asLong(0)));
  }

  private List<ExternalIdentity> links(UserId id) throws TroubleException {
    return api.get(api.realm("/users/" + id + "/federated-identity"))
        .body()
        .valueStream()
        .map(link ->
            new ExternalIdentity(
                link.path("identityProvider").asString(""),
                "",
                link.path("userId").asString(""),
                null,
                false,
                null))
        .toList();
  }

  private static FirstPassword password(JsonNode json, List<String> actions) {
    if (actions.contains("UPDATE_PASSWORD")) {
      return FirstPassword.MUST_RESET;
    }
    return json.path("federationLink").asString("").isEmpty()
        ? FirstPassword.NONE
        : FirstPassword.AT_FIRST_LOGIN;
  }

  private static Set<RequiredAction> obligations(List<String> actions) {
    Set<RequiredAction> obligations = EnumSet.noneOf(RequiredAction.class);
    if (actions.contains("UPDATE_PASSWORD")) {
      obligations.add(RequiredAction.NEW_PASSWORD);
    }
    if (actions.contains("CONFIGURE_TOTP")) {
      obligations.add(RequiredAction.SECOND_FACTOR);
    }
    if (actions.contains("VERIFY_EMAIL")) {
      obligations.add(RequiredAction.VERIFY_EMAIL);
    }
    return obligations;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
