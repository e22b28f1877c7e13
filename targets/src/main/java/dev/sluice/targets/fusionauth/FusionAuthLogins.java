package dev.sluice.targets.fusionauth;

import dev.sluice.migration.Secret;
import dev.sluice.migration.target.AskedLogin;
import dev.sluice.migration.target.RelayedAnswer;
import dev.sluice.migration.target.RelayedLogins;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetException;
import dev.sluice.migration.target.TargetUser;
import dev.sluice.migration.target.WriteOutcome;
import dev.sluice.migration.user.FirstPassword;
import dev.sluice.migration.user.Obligation;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.migration.user.UserId;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Logins by {@code POST /api/login}, for a FusionAuth without Connectors. A user gets a proven
 * password by the API, as an administrator would set it; before, a user who is not there is brought
 * by an import.
 */
final class FusionAuthLogins implements RelayedLogins {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final FusionAuthApi api;
  private final Target users;

  FusionAuthLogins(FusionAuthApi api, Target users) {
    this.api = api;
    this.users = users;
  }

  @Override
  public AskedLogin read(byte[] body) {
    return LoginBody.read(body);
  }

  @Override
  public RelayedAnswer login(byte[] body) {
    try {
      return decided(api.post("/api/login", LoginBody.json(body)));
    } catch (TroubleException e) {
      return new RelayedAnswer.Unavailable(e.told());
    }
  }

  /** The statuses of "Login", response codes; no other means that anything was decided. */
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
              : users.write(List.of(user.with(FirstPassword.NONE))).getFirst();
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
    boolean mustChange = user.obligations().contains(Obligation.NEW_PASSWORD);
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request
        .putObject("user")
        .put("password", password.reveal())
        .put("passwordChangeRequired", mustChange);
    request.put("skipVerification", true);
    try {
      Answer answer = api.patch("/api/user/" + user.id(), request);
      // A new password may count as the change that was required, so it is required once more.
      if (answer.ok() && mustChange) {
        answer = api.patch("/api/user/" + user.id(), mustChange());
      }
      return answer.ok()
          ? new WriteOutcome.Created(user.id())
          : new WriteOutcome.Refused(user.id(), notTaken(answer));
    } catch (TroubleException e) {
      return new WriteOutcome.TryLater(user.id(), e.after(), e.told());
    }
  }

  private static ObjectNode mustChange() {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    request.putObject("user").put("passwordChangeRequired", true);
    return request.put("skipVerification", true);
  }

  private static String notTaken(Answer answer) {
    return answer.refusal()
        + ". The password is right, and FusionAuth does not take it: make the tenant's password"
        + " rules no stricter than the pool's, until everybody has moved.";
  }
}
