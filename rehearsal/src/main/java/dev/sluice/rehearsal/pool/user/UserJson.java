package dev.sluice.rehearsal.pool.user;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * Writes users as the service model has them, straight to the wire, because listing is the hot
 * path.
 */
public final class UserJson {

  private UserJson() {}

  /** Writes a {@code UserType}, as ListUsers and AdminCreateUser return it. */
  static void writeUser(JsonGenerator json, MadeUser user, Set<String> wanted) {
    json.writeStartObject();
    json.writeStringProperty("Username", user.username());
    writeAttributes(json, "Attributes", user, wanted);
    writeState(json, user);
    json.writeEndObject();
  }

  /** Writes the answer of AdminGetUser. */
  public static void writeProfile(JsonGenerator json, MadeUser user) {
    json.writeStartObject();
    json.writeStringProperty("Username", user.username());
    writeAttributes(json, "UserAttributes", user, Set.of());
    writeState(json, user);
    if (!user.mfa().settings().isEmpty()) {
      json.writeArrayPropertyStart("UserMFASettingList");
      user.mfa().settings().forEach(json::writeString);
      json.writeEndArray();
      if (user.mfa() != MfaKind.SEVERAL) {
        json.writeStringProperty("PreferredMfaSetting", user.mfa().settings().getFirst());
      }
    }
    json.writeEndObject();
  }

  private static void writeAttributes(
      JsonGenerator json, String name, MadeUser user, Set<String> wanted) {
    json.writeArrayPropertyStart(name);
    for (Map.Entry<String, String> attribute : user.attributes().entrySet()) {
      if (wanted.isEmpty() || wanted.contains(attribute.getKey())) {
        json.writeStartObject();
        json.writeStringProperty("Name", attribute.getKey());
        json.writeStringProperty("Value", attribute.getValue());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void writeState(JsonGenerator json, MadeUser user) {
    json.writeNumberProperty("UserCreateDate", seconds(user.created()));
    json.writeNumberProperty("UserLastModifiedDate", seconds(user.modified()));
    json.writeBooleanProperty("Enabled", user.enabled());
    json.writeStringProperty("UserStatus", user.status().name());
  }

  /** Returns a time in seconds with decimals, as JSON 1.1 writes it. */
  static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }
}
