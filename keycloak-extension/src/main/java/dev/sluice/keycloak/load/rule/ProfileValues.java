package dev.sluice.keycloak.load.rule;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** The values of a user as a user profile names them. */
final class ProfileValues {
  private ProfileValues() {}

  static Map<String, List<String>> of(PlannedUser user) {
    var values = new HashMap<>(user.attributes());
    put(values, UserModel.USERNAME, user.username().toLowerCase(Locale.ROOT));
    String email = user.email();
    put(values, UserModel.EMAIL, email == null ? null : email.toLowerCase(Locale.ROOT));
    put(values, UserModel.FIRST_NAME, user.givenName());
    put(values, UserModel.LAST_NAME, user.familyName());
    put(values, "phoneNumber", user.phoneNumber());
    return values;
  }

  private static void put(Map<String, List<String>> values, String name, @Nullable String value) {
    if (value != null) {
      values.put(name, List.of(value));
    }
  }

  /** Returns an attribute's name for people. */
  static String words(String attribute) {
    return switch (attribute) {
      case UserModel.USERNAME -> "the username";
      case UserModel.EMAIL -> "the email address";
      case UserModel.FIRST_NAME -> "the given name";
      case UserModel.LAST_NAME -> "the family name";
      case "phoneNumber" -> "the phone number";
      default -> "the attribute " + attribute;
    };
  }
}
