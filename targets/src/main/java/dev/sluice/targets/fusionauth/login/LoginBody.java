package dev.sluice.targets.fusionauth.login;

import dev.sluice.api.Secret;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.user.Blanks;
import dev.sluice.targets.fusionauth.api.Uuids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes a login in FusionAuth's format: what a Generic Connector sends and {@code POST
 * /api/login} takes ("Generic Connector", request; "Login", request body). Their fields have the
 * same names; the end user's address is in {@code eventInfo} or beside it.
 */
final class LoginBody {
  private LoginBody() {}

  /**
   * @throws IllegalArgumentException if it cannot be read; the message quotes none of it
   */
  static JsonNode json(byte[] body) {
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException notJson) {
      // The parser's own message quotes what it read, and that may be a password.
    }
    throw new IllegalArgumentException("The body is not a JSON object.");
  }

  /**
   * Returns the login to pass on: as it was sent, but without blanks around the user's name.
   *
   * @throws IllegalArgumentException if it cannot be read; the message quotes none of it
   */
  static JsonNode passedOn(byte[] body) {
    JsonNode json = json(body);
    if (json instanceof ObjectNode login && json.path("loginId").isString()) {
      login.put("loginId", Blanks.cutOff(json.path("loginId").stringValue()));
    }
    return json;
  }

  /**
   * Reads any text as a login: what a stranger has typed is no fault of the target's.
   *
   * @throws IllegalArgumentException if it is no login; the message quotes none of it
   */
  static AskedLogin read(byte[] body) {
    JsonNode json = json(body);
    if (!json.path("loginId").isString()) {
      throw new IllegalArgumentException("\"loginId\" is missing or not a text.");
    }
    JsonNode event = json.path("eventInfo");
    @Nullable String ip = text(json, "ipAddress");
    return new AskedLogin(
        json.path("loginId").stringValue(),
        new Secret(need(json, "password")),
        ip == null ? text(event, "ipAddress") : ip,
        text(event, "userAgent"),
        application(json));
  }

  private static String need(JsonNode json, String field) {
    @Nullable String value = text(json, field);
    if (value == null) {
      throw new IllegalArgumentException("\"" + field + "\" is missing, empty or not a text.");
    }
    return value;
  }

  private static @Nullable String application(JsonNode json) {
    @Nullable String id = text(json, "applicationId");
    return id == null ? null : Uuids.read(id).map(UUID::toString).orElse(null);
  }

  private static @Nullable String text(JsonNode json, String field) {
    String value = json.path(field).isString() ? json.path(field).asString() : "";
    return value.isEmpty() ? null : value;
  }
}
