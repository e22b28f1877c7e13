package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.Uuids;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads single users of the tenant. */
public record FusionAuthUserLookup(FusionAuthApi api) {

  /**
   * Returns the user with this id, if FusionAuth has one.
   *
   * @throws TargetException if FusionAuth cannot be read
   */
  public Optional<TargetUser> find(UserId id) {
    if (Uuids.read(id.value()).isEmpty()) {
      return Optional.empty();
    }
    try {
      Answer answer = api.get("/api/user/" + id);
      return answer.missing()
          ? Optional.empty()
          : Optional.of(read(id, answer.expectOk().body().path("user")));
    } catch (TroubleException e) {
      throw e.asTargetException();
    }
  }

  /** Reads a user; FusionAuth reports when the password was last set, and omits it if none was. */
  private static TargetUser read(UserId id, JsonNode user) {
    boolean hasPassword = user.path("passwordLastUpdateInstant").asLong(0) > 0;
    String awaited = user.path("data").path(UserJson.FIRST_PASSWORD).asString("");
    return new TargetUser(
        id,
        username(user),
        user.path("active").asBoolean(false),
        hasPassword,
        !hasPassword && awaited.equals("AT_FIRST_LOGIN"));
  }

  private static String username(JsonNode user) {
    for (String field : new String[] {"username", "email", "phoneNumber"}) {
      String value = user.path(field).asString("");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
