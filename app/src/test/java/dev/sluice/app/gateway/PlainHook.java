package dev.sluice.app.gateway;

import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.HookReply;
import dev.sluice.api.target.login.LoginHook;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hook of the plainest kind: {@code {"who", "secret"}}, answered with the user's id and whether a
 * new password is owed, or with 404, or not at all.
 */
public final class PlainHook implements LoginHook {
  private volatile boolean dead;

  /** As if the target could not be asked for what a yes needs. */
  public void die() {
    dead = true;
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public AskedLogin read(byte[] body) {
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      if (!json.path("secret").isString()) {
        throw new IllegalArgumentException("\"secret\" is missing.");
      }
      return new AskedLogin(
          json.path("who").asString(),
          new Secret(json.path("secret").asString()),
          "192.0.2.7",
          "a browser",
          null);
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException("It is not JSON.");
    }
  }

  @Override
  public HookReply yes(AskedLogin asked, PlannedUser user) {
    if (dead) {
      throw new TargetException("The plain target is out of reach.");
    }
    return new HookReply.Answer(
        200,
        "{\"id\":\"%s\",\"new\":%b}"
            .formatted(user.id(), user.obligations().contains(RequiredAction.NEW_PASSWORD)));
  }

  @Override
  public HookReply no() {
    return new HookReply.Answer(404, "");
  }

  @Override
  public HookReply nothingProven() {
    return new HookReply.Silence();
  }
}
