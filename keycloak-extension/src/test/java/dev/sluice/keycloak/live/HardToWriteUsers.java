package dev.sluice.keycloak.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Users with values that a careless way to write would change, or read as something else. */
final class HardToWriteUsers {
  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "\\N",
          "\\.",
          "\\",
          "\\\\",
          "\\x41",
          "\\101",
          "a\tb",
          "a\nb",
          "a\r\nb",
          "\b\f\u000b\u0001\u007f",
          "it's \"quoted\", {braced} and $1 ?",
          "null",
          "Ünïcödé – Straße İstanbul",
          "日本語 العربية",
          "\uD83D\uDE00 \uD83C\uDDE9\uD83C\uDDEA",
          "e\u0301 is not é",
          "\u2028\u2029\u00a0\ufeff",
          "\uD800 alone",
          "x".repeat(255),
          "X\\\t".repeat(85),
          "x".repeat(256),
          "\uD83D\uDE00".repeat(128),
          "Long\t\\N\n' Ü".repeat(300),
          "İ".repeat(2_100));

  private HardToWriteUsers() {}

  /**
   * Always the same users.
   *
   * @param prefix what their ids begin with, for ids cannot be in two realms
   */
  static ObjectNode[] of(String prefix, boolean emailsRepeat) {
    var users = new ArrayList<ObjectNode>();
    for (int i = 0; i < VALUES.size(); i++) {
      users.add(with(prefix, i, VALUES.get(i)));
    }
    users.add(bare(prefix + "bare"));
    users.add(bare(prefix + "blank").put("email", " ").put("emailVerified", true));
    users.add(nulls(prefix + "nulls"));
    users.add(obliged(prefix + "obliged"));
    if (emailsRepeat) {
      users.add(bare(prefix + "first").put("email", "Shared@example.org"));
      users.add(bare(prefix + "second").put("email", "shared@EXAMPLE.org"));
    }
    return users.toArray(ObjectNode[]::new);
  }

  private static ObjectNode with(String prefix, int number, String value) {
    String id = prefix + number;
    ObjectNode user = People.person(id, "User " + number);
    String fitting = value.length() < 200 ? value : value.substring(0, 101);
    user.put("username", number + fitting).put("email", number + fitting + "@Example.org");
    user.put("givenName", fitting).put("familyName", value.isBlank() ? null : fitting);
    ArrayNode many = user.withObject("/attributes").putArray("note " + fitting);
    many.add(value).add("second").add(value);
    ObjectNode link = (ObjectNode) user.path("links").path(0);
    link.put("userId", number + fitting).put("userName", fitting);
    return user;
  }

  private static ObjectNode bare(String id) {
    ObjectNode user = Rest.JSON.createObjectNode();
    return user.put("id", id)
        .put("username", id.substring(id.lastIndexOf('-')))
        .put("createdAt", 1L)
        .put("password", "NONE");
  }

  private static ObjectNode nulls(String id) {
    ObjectNode user = bare(id).putNull("email").putNull("givenName").putNull("familyName");
    user.putNull("phoneNumber").putNull("attributes").putNull("groups").putNull("obligations");
    user.put("createdAt", 0L);
    user.putArray("links")
        .addObject()
        .put("provider", "google")
        .put("userId", id)
        .putNull("userName");
    return user;
  }

  private static ObjectNode obliged(String id) {
    ObjectNode user = People.person(id, "obliged").put("enabled", false);
    user.put("emailVerified", false).put("phoneNumberVerified", false);
    user.put("password", "MUST_RESET");
    user.putArray("obligations").add("VERIFY_EMAIL").add("SECOND_FACTOR").add("NEW_PASSWORD");
    user.putArray("groups").add("readers").add("/readers").add("/a/b/c").add("with \\ and \t");
    return user;
  }
}
