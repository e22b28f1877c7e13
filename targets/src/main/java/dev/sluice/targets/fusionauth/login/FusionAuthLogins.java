package dev.sluice.targets.fusionauth.login;

import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.login.AskedLogin;
import dev.sluice.api.target.login.RelayedAnswer;
import dev.sluice.api.target.login.RelayedLogins;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.users.FusionAuthUserLookup;
import dev.sluice.targets.fusionauth.users.UserJson;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Relays logins by {@code POST /api/login}, for a FusionAuth without Connectors. The API sets a
 * proven password, as an administrator would; before that, an import brings a user that is missing.
 */
public final class FusionAuthLogins implements RelayedLogins {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final FusionAuthApi api;
  private final FusionAuthUserLookup users;
  private final Function<PlannedUser, WriteOutcome> newcomers;

  /**
   * @param newcomers brings a user that FusionAuth does not have
   */
  public FusionAuthLogins(FusionAuthApi api, Function<PlannedUser, WriteOutcome> newcomers) {
    this.api = api;
    this.users = new FusionAuthUserLookup(api);
    this.newcomers = newcomers;
  }

  @Override
  public AskedLogin read(byte[] body) {
    return LoginBody.read(body);
  }

  @Override
  public RelayedAnswer login(byte[] body) {
    try {
      Answer answer = api.post("/api/login", LoginBody.passedOn(body));
      JsonNode user = answer.body().path("user");
      if (!answer.ok() || !isDue(user)) {
        return decided(answer);
      }
      // A crash came between the password and the demand to change it: no login without the demand.
      Answer demanded = demandChange(user.path("id").asString(""));
      return demanded.ok()
          ? decided(api.post("/api/login", LoginBody.passedOn(body)))
          : new RelayedAnswer.Unavailable(demanded.refusal());
    } catch (TroubleException e) {
      return new RelayedAnswer.Unavailable(e.told());
    }
  }

  private static boolean isDue(JsonNode user) {
    return user.path("data").path(UserJson.CHANGE_DUE).asString("").equals("yes");
  }

  /** The statuses of "Login", response codes; any other means that nothing was decided. */
  private static RelayedAnswer decided(Answer answer) {
    return switch (answer.status()) {
      case 200, 202, 203, 212, 213, 242, 400, 409, 410, 423 ->
          new RelayedAnswer.Decided(
              answer.status(), answer.body().isMissingNode() ? "" : answer.body().toString());
      case 404 -> new RelayedAnswer.NotLetIn();
      default -> new RelayedAnswer.Unavailable(answer.refusal());
    };
  }

  @Override
  public WriteOutcome store(PlannedUser user, Secret password) {
    UserId id = user.id();
    try {
      Optional<TargetUser> there = users.find(id);
      if (there.filter(TargetUser::hasPassword).isPresent()) {
        return new WriteOutcome.AlreadyThere(id);
      }
      WriteOutcome brought =
          there.isPresent()
              ? new WriteOutcome.AlreadyThere(id)
              : newcomers.apply(user.with(FirstPassword.NONE));
      return switch (brought) {
        case WriteOutcome.Created _, WriteOutcome.AlreadyThere _ -> setPassword(user, password);
        case WriteOutcome.Refused refused -> refused;
        case WriteOutcome.TryLater later -> later;
      };
    } catch (TargetException e) {
      return new WriteOutcome.TryLater(id, SOON, String.valueOf(e.getMessage()));
    }
  }

  private WriteOutcome setPassword(PlannedUser user, Secret password) {
    boolean mustChange = user.obligations().contains(RequiredAction.NEW_PASSWORD);
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ObjectNode changes = request.putObject("user");
    changes.put("password", password.reveal()).put("passwordChangeRequired", mustChange);
    if (mustChange) {
      changes.putObject("data").put(UserJson.CHANGE_DUE, "yes");
    }
    request.put("skipVerification", true);
    try {
      Answer answer = api.patch(path(user.id().value()), request);
      if (answer.status() == 400) {
        return new WriteOutcome.Refused(user.id(), notTaken(answer));
      }
      // A new password may count as the required change, so it is required once more.
      if (answer.ok() && mustChange) {
        answer = demandChange(user.id().value());
      }
      return answer.ok()
          ? new WriteOutcome.Created(user.id())
          : new WriteOutcome.TryLater(user.id(), SOON, answer.refusal() + ".");
    } catch (TroubleException e) {
      return new WriteOutcome.TryLater(user.id(), e.after(), e.told());
    }
  }

  private Answer demandChange(String user) throws TroubleException {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ObjectNode changes = request.putObject("user");
    UserJson.demandNewPassword(changes);
    changes.putObject("data").put(UserJson.CHANGE_DUE, "no");
    return api.patch(path(user), request.put("skipVerification", true));
  }

  private static String path(String user) {
    return "/api/user/" + UrlPath.encode(user);
  }

  private static String notTaken(Answer answer) {
    return answer.refusal()
        + ". The password is right, but FusionAuth does not accept it: make the tenant's password"
        + " rules no stricter than the pool's until all users have moved.";
  }
}
