package dev.sluice.cognito.password;

import dev.sluice.api.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
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
 * @param groups of all groups that the user is in; null where they cannot be read. Cognito leaves
 *     the claim out for a user in none (developer guide, "ID token")
 */
record IdTokenClaims(
    @Nullable UserId sub, @Nullable String username, @Nullable List<String> groups) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final IdTokenClaims NONE = new IdTokenClaims(null, null, null);

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
          sub == null ? null : new UserId(sub),
          text(claims, "cognito:username"),
          sub == null ? null : groups(claims.path("cognito:groups")));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return NONE;
    }
  }

  private static @Nullable List<String> groups(JsonNode names) {
    boolean areTexts = names.isArray() && names.valueStream().allMatch(JsonNode::isString);
    return areTexts || names.isMissingNode()
        ? names.valueStream().map(JsonNode::asString).toList()
        : null;
  }

  private static @Nullable String text(JsonNode claims, String name) {
    JsonNode value = claims.get(name);
    return value == null || !value.isString() || value.asString().isBlank()
        ? null
        : value.asString();
  }
}
