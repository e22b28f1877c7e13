package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A user to import and its JSON. */
public record ImportUser(PlannedUser user, ObjectNode json) {
  public UserId id() {
    return user.id();
  }

  /** Returns whether it comes without its email address as a login. */
  boolean yieldsEmail() {
    return UserJson.yieldsEmail(user);
  }

  /** Returns the logins that no other user may have, in lower case. */
  Stream<String> logins() {
    return Stream.of("email", "username", "phoneNumber")
        .map(field -> json.path(field).asString(""))
        .filter(login -> !login.isEmpty())
        .map(login -> login.toLowerCase(Locale.ROOT));
  }
}
