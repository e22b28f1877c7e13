package dev.sluice.targets.keycloak.users;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.PlannedUserJson;
import tools.jackson.databind.json.JsonMapper;

/** A user as it travels, made once, so that requests can be cut by their size. */
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

  /** JSON in UTF-8; not to be changed. */
  byte[] json() {
    return json;
  }

  /** Bytes of it. */
  int size() {
    return json.length;
  }
}
