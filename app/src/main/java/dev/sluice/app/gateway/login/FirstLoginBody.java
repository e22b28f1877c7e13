package dev.sluice.app.gateway.login;

import dev.sluice.api.Secret;
import dev.sluice.app.gateway.request.Fields;
import dev.sluice.app.gateway.request.RequestBodies;
import dev.sluice.migration.login.FirstLoginRequest;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/first-login} as it was sent. */
record FirstLoginBody(
    @Nullable String login,
    @Nullable String userId,
    @Nullable Secret password,
    @Nullable Client client) {
  /** An email address in a pool's alias is at most this long (Cognito API reference, username). */
  private static final int LONGEST_LOGIN = 2048;

  record Client(@Nullable String ip, @Nullable String userAgent) {}

  FirstLoginRequest request() {
    if (password == null || password.isEmpty()) {
      throw RequestBodies.malformed("\"password\" is missing or empty.");
    }
    return new FirstLoginRequest(
        login == null ? Fields.text("login", null, LONGEST_LOGIN) : login,
        userId == null ? null : Fields.userId(userId),
        password,
        client == null ? null : client.ip(),
        client == null ? null : client.userAgent());
  }
}
