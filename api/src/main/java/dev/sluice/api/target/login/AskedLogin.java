package dev.sluice.api.target.login;

import dev.sluice.api.Secret;
import dev.sluice.api.user.Blanks;
import org.jspecify.annotations.Nullable;

/**
 * A login as a target, or an application of it, asks for it.
 *
 * @param login as the user typed it, without the blanks around it
 * @param ip the end user's address, where known
 * @param userAgent the end user's browser, where known
 * @param application the application at the target that the user logs in to, where known
 */
public record AskedLogin(
    String login,
    Secret password,
    @Nullable String ip,
    @Nullable String userAgent,
    @Nullable String application) {
  public AskedLogin {
    login = Blanks.cutOff(login);
  }
}
