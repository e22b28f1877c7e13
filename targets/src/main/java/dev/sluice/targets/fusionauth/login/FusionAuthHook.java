package dev.sluice.targets.fusionauth.login;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.HookReply;
import dev.sluice.api.target.login.LoginHook;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.NotTakenException;
import dev.sluice.targets.fusionauth.users.Groups;
import dev.sluice.targets.fusionauth.users.UserJson;
import dev.sluice.targets.http.TroubleException;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a Generic Connector. The Connector takes 200 with the user for a yes and everything else
 * for "not found", which FusionAuth shows as a wrong password ("Generic Connector", response). So
 * if nothing was proven, it gets no answer.
 */
public final class FusionAuthHook implements LoginHook {
  private static final int YES = 200;
  private static final int NO = 404;

  private final List<UUID> applications;
  private final FusionAuthApi api;

  /**
   * @param applications the applications that users are registered for; if there are none, the
   *     application that asks
   */
  public FusionAuthHook(List<UUID> applications, FusionAuthApi api) {
    this.applications = List.copyOf(applications);
    this.api = api;
  }

  @Override
  public String name() {
    return "fusionauth";
  }

  @Override
  public AskedLogin read(byte[] body) {
    return LoginBody.read(body);
  }

  @Override
  public HookReply yes(AskedLogin asked, PlannedUser user) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ObjectNode json = UserJson.of(user, registrations(asked));
    if (user.obligations().contains(RequiredAction.NEW_PASSWORD)) {
      UserJson.demandNewPassword(json);
    }
    putMemberships(json, user.groups());
    answer.set("user", json);
    return new HookReply.Answer(YES, answer.toString());
  }

  @Override
  public HookReply no() {
    return new HookReply.Answer(NO, "");
  }

  @Override
  public HookReply nothingProven() {
    return new HookReply.Silence();
  }

  private List<UUID> registrations(AskedLogin asked) {
    return applications.isEmpty() && asked.application() != null
        ? List.of(UUID.fromString(asked.application()))
        : applications;
  }

  /** Looks groups up each time, because one may be removed while users log in. */
  private void putMemberships(ObjectNode user, List<String> paths) {
    try {
      new Groups(api).putMemberships(user, paths);
    } catch (TroubleException e) {
      throw e.asTargetException();
    } catch (NotTakenException e) {
      throw new TargetException(e.problem(), e);
    }
  }
}
