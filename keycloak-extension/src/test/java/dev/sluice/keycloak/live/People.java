package dev.sluice.keycloak.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Made-up users whose every field differs from its default. */
final class People {
  private People() {}

  /** A user with all there is. */
  static ObjectNode person(String id, String name) {
    ObjectNode user = Rest.JSON.createObjectNode();
    user.put("id", id).put("username", name).put("enabled", true);
    user.put("email", name + "@Example.ORG").put("emailVerified", true);
    user.put("phoneNumber", "+4930901820").put("phoneNumberVerified", true);
    user.put("givenName", "Given " + name).put("familyName", "Family " + name);
    user.put("createdAt", 1_500_000_000_123L);
    user.putObject("attributes").putArray("plan").add("gold").add("silver");
    user.putArray("groups").add("/staff/admins").add("readers");
    user.putArray("links")
        .addObject()
        .put("provider", "google")
        .put("userId", "g-" + id)
        .put("userName", name + "@gmail.example");
    user.put("password", "AT_FIRST_LOGIN");
    user.putArray("obligations");
    return user;
  }
}
