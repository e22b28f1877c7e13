package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Formats a planned user for FusionAuth: in an import and as a Connector's answer.
 *
 * <p>Every field with a default at FusionAuth is set, because an import makes users inactive and
 * their addresses unverified ("Import users", request body). Attributes keep their names and exact
 * values in {@code data}, always as texts: an index of users cannot have a number under a name for
 * one user and a text for another.
 */
public final class UserJson {
  /** The field of {@code data} for whether the phone number is verified; FusionAuth has no flag. */
  static final String PHONE_VERIFIED = "phone_number_verified";

  /** The field of {@code data} for how the user gets a password. */
  static final String FIRST_PASSWORD = "sluice_first_password";

  /** The field of {@code data} for an email address that is the login of another user. */
  static final String CONTESTED_EMAIL = "sluice_contested_email";

  /** The field of {@code data} for a stored password that must be changed at once. */
  public static final String CHANGE_DUE = "sluice_change_due";

  private UserJson() {}

  /**
   * Returns the user with registrations for these applications, without memberships, which need the
   * ids of groups.
   */
  public static ObjectNode of(PlannedUser user, List<UUID> applications) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", user.id().value());
    json.put("active", user.enabled());
    putLogins(json, user);
    putIfPresent(json, "firstName", user.givenName());
    putIfPresent(json, "lastName", user.familyName());
    boolean verified = user.emailVerified() && !yieldsEmail(user);
    json.put("verified", verified);
    json.put("insertInstant", user.createdAt().toEpochMilli());
    ProfileFields.put(json, user.attributes());
    putData(json.putObject("data"), user);
    if (user.firstPassword() == FirstPassword.MUST_RESET) {
      demandNewPassword(json);
    }
    if (!applications.isEmpty()) {
      ArrayNode registrations = json.putArray("registrations");
      applications.forEach(id ->
          registrations.addObject().put("applicationId", id.toString()).put("verified", verified));
    }
    return json;
  }

  /**
   * Returns whether the address stays out of the logins, because another user has the better claim
   * to it: FusionAuth would refuse one of the two.
   */
  static boolean yieldsEmail(PlannedUser user) {
    return user.emailClaim() == EmailClaim.YIELD && !user.username().equalsIgnoreCase(user.email());
  }

  public static void demandNewPassword(ObjectNode user) {
    user.put("passwordChangeRequired", true).put("passwordChangeReason", "Administrative");
  }

  /**
   * Writes the logins; a username that equals the email address or phone number would be the same
   * login twice.
   */
  private static void putLogins(ObjectNode json, PlannedUser user) {
    putIfPresent(json, "email", yieldsEmail(user) ? null : user.email());
    putIfPresent(json, "mobilePhone", user.phoneNumber());
    if (user.username().equals(user.phoneNumber())) {
      json.put("phoneNumber", user.username());
    } else if (!user.username().equalsIgnoreCase(user.email())) {
      json.put("username", user.username());
    }
  }

  private static void putData(ObjectNode data, PlannedUser user) {
    for (Map.Entry<String, List<String>> attribute : user.attributes().entrySet()) {
      List<String> values = attribute.getValue();
      if (values.size() == 1) {
        data.put(attribute.getKey(), values.getFirst());
      } else {
        values.forEach(data.putArray(attribute.getKey())::add);
      }
    }
    if (user.phoneNumber() != null) {
      data.put(PHONE_VERIFIED, String.valueOf(user.phoneNumberVerified()));
    }
    if (yieldsEmail(user)) {
      data.put(CONTESTED_EMAIL, user.email());
    }
    data.put(FIRST_PASSWORD, user.firstPassword().name());
  }

  private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
