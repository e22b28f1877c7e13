package dev.sluice.targets.keycloak.users;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.PlannedUserJson;
import tools.jackson.databind.json.JsonMapper;

/** A user as JSON, encoded once, so that requests can be split by size. */
final class PackedUser {
  private final UserId id;
  private final byte[] json;

  private PackedUser(UserId id, byte[] json) {
    this.id = id;
    this.json = json;
  }

  static PackedUser of(PlannedUser user) {
    return new PackedUser(
        user.id(), JsonMapper.shared().writeValueAsBytes(PlannedUserJson.of(user)));
  }

  UserId id() {
    return id;
  }

  /** Returns the JSON in UTF-8; callers must not change it. */
  byte[] json() {
    return json;
  }

  /** Returns the number of bytes. */
  int size() {
    return json.length;
  }
}
