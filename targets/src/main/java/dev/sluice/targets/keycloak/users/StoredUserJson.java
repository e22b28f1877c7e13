package dev.sluice.targets.keycloak.users;

import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.user.FlagText;
import dev.sluice.api.user.GroupPath;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.LinkAlias;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A user as Keycloak stores it: read from our extension's answer, or derived from a planned user.
 */
public final class StoredUserJson {
  private static final String PHONE = "phoneNumber";
  private static final String PHONE_VERIFIED = "phoneNumberVerified";

  private StoredUserJson() {}

  static StoredUser read(JsonNode json) {
    Map<String, List<String>> attributes = new HashMap<>();
    json.path("attributes").forEachEntry((name, values) -> attributes.put(name, texts(values)));
    List<String> phone = attributes.remove(PHONE);
    List<String> phoneVerified = attributes.remove(PHONE_VERIFIED);
    return new StoredUser(
        new UserId(json.path("id").asString("")),
        json.path("username").asString(""),
        json.path("enabled").asBoolean(false),
        json.path("email").asString(null),
        json.path("emailVerified").asBoolean(false),
        phone == null ? null : phone.getFirst(),
        phoneVerified != null
            && phoneVerified.size() == 1
            && FlagText.isTrue(phoneVerified.getFirst()),
        json.path("givenName").asString(null),
        json.path("familyName").asString(null),
        attributes,
        Set.copyOf(texts(json.path("groups"))),
        json.path("links")
            .valueStream()
            .map(link ->
                new StoredUser.Link(
                    link.path("provider").asString(""), link.path("userId").asString("")))
            .collect(Collectors.toSet()),
        obligations(texts(json.path("requiredActions"))),
        Instant.ofEpochMilli(json.path("createdAt").asLong(0)),
        json.path("hasPassword").asBoolean(false),
        json.path("linked").asBoolean(false));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static Set<RequiredAction> obligations(List<String> actions) {
    Set<RequiredAction> obligations = EnumSet.noneOf(RequiredAction.class);
    for (String action : actions) {
      switch (action) {
        case "UPDATE_PASSWORD" -> obligations.add(RequiredAction.NEW_PASSWORD);
        case "CONFIGURE_TOTP" -> obligations.add(RequiredAction.SECOND_FACTOR);
        case "VERIFY_EMAIL" -> obligations.add(RequiredAction.VERIFY_EMAIL);
        default -> {
          // A required action of the realm's own.
        }
      }
    }
    return obligations;
  }

  /** Converts to lower case, as Keycloak stores usernames and email addresses. */
  public static StoredUser of(PlannedUser user) {
    StoredUser plain = StoredUser.of(user);
    @Nullable String email = user.email();
    return new StoredUser(
        user.id(),
        user.username().toLowerCase(Locale.ROOT),
        user.enabled(),
        email == null || email.isBlank() ? null : email.toLowerCase(Locale.ROOT),
        user.emailVerified() && email != null,
        user.phoneNumber(),
        user.phoneNumberVerified(),
        user.givenName(),
        user.familyName(),
        user.attributes(),
        user.groups().stream().map(StoredUserJson::groupPath).collect(Collectors.toSet()),
        user.identities().stream()
            .map(account -> new StoredUser.Link(LinkAlias.of(account), account.userId()))
            .collect(Collectors.toSet()),
        plain.obligations(),
        plain.createdAt(),
        false,
        plain.awaitsFirstLogin());
  }

  /** Returns a group's path in the one form that our extension reads it back in. */
  public static String groupPath(String group) {
    return GroupPath.normal(group);
  }
}
