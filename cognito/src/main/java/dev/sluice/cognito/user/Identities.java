package dev.sluice.cognito.user;

import dev.sluice.api.user.ExternalIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of the attribute {@code identities}. Booleans and numbers may be written as
 * strings (Cognito developer guide, "using the ID token").
 */
public final class Identities {
  public static final String ATTRIBUTE = "identities";
  private static final JsonMapper JSON = JsonMapper.shared();

  private Identities() {}

  /** Returns the identities; empty when this is not what Cognito writes. */
  static Optional<List<ExternalIdentity>> in(String json) {
    try {
      JsonNode list = JSON.readTree(json);
      List<ExternalIdentity> found = new ArrayList<>();
      for (JsonNode one : list) {
        found.add(identity(one));
      }
      return list.isArray() ? Optional.of(found) : Optional.empty();
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static ExternalIdentity identity(JsonNode one) {
    return new ExternalIdentity(
        required(one, "providerName"),
        required(one, "providerType"),
        required(one, "userId"),
        text(one, "issuer"),
        "true".equals(text(one, "primary")),
        moment(text(one, "dateCreated")));
  }

  private static String required(JsonNode one, String name) {
    String value = text(one, name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  private static @Nullable String text(JsonNode one, String name) {
    JsonNode value = one.get(name);
    if (value == null || !value.isValueNode() || value.isNull() || value.asString().isBlank()) {
      return null;
    }
    return value.asString();
  }

  private static @Nullable Instant moment(@Nullable String millis) {
    return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
