package dev.sluice.migration.login;

import dev.sluice.api.Secret;
import dev.sluice.api.user.Blanks;
import dev.sluice.api.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A login at the target that the target cannot decide by itself.
 *
 * @param login as the user typed it, without the blanks around it
 * @param id the user's id, where the target has the user
 * @param ip the end user's address, where known
 * @param userAgent the end user's browser, where known
 */
public record FirstLoginRequest(
    String login,
    @Nullable UserId id,
    Secret password,
    @Nullable String ip,
    @Nullable String userAgent) {
  public FirstLoginRequest {
    login = Blanks.cutOff(login);
  }
}
