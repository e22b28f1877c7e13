package dev.sluice.keycloak.load.user;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Returns a user's attributes as Keycloak stores them, including the phone number. */
public final class UserAttributes {
  private UserAttributes() {}

  public static Map<String, List<String>> of(PlannedUser user) {
    var all = new LinkedHashMap<>(user.attributes());
    String phone = user.phoneNumber();
    if (phone != null) {
      all.put("phoneNumber", List.of(phone));
      all.put("phoneNumberVerified", List.of(String.valueOf(user.phoneNumberVerified())));
    }
    return all;
  }
}
