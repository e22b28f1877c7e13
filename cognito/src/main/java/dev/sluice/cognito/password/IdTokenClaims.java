package dev.sluice.cognito.password;

import dev.sluice.api.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The claims of an ID token about its user. Its signature is not checked, because it came from
 * Cognito itself in the answer to this program's own call.
 *
 * @param sub null where it cannot be read
 * @param username null where it cannot be read
 */
record IdTokenClaims(@Nullable UserId sub, @Nullable String username) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final IdTokenClaims NONE = new IdTokenClaims(null, null);

  static IdTokenClaims in(@Nullable String token) {
    String[] parts = token == null ? new String[0] : token.split("\\.", -1);
    if (parts.length != 3) {
      return NONE;
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
      JsonNode claims = JSON.readTree(new String(payload, StandardCharsets.UTF_8));
      String sub = text(claims, "sub");
      return new IdTokenClaims(
          sub == null ? null : new UserId(sub), text(claims, "cognito:username"));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return NONE;
    }
  }

  private static @Nullable String text(JsonNode claims, String name) {
    JsonNode value = claims.get(name);
    return value == null || !value.isString() || value.asString().isBlank()
        ? null
        : value.asString();
  }
}
