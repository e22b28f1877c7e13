package dev.sluice.rehearsal.pool.user;

import static dev.sluice.rehearsal.quota.QuotaCategory.USER_ACCOUNT_RECOVERY;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_CREATION;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_UPDATE;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.UserStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The operations with which an administrator changes users; kept in memory. */
public final class UserAdministration {

  /** The pool's policy says 7 days. */
  private static final Duration TEMPORARY_PASSWORD = Duration.ofDays(7);

  /** The pool's policy: 8 characters and each sort; the longest is Cognito's own bound. */
  private static final Pattern GOOD_PASSWORD =
      Pattern.compile(
          "(?=.*\\p{Ll})(?=.*\\p{Lu})(?=.*\\d)(?=.*[^\\p{L}\\d\\s]).{8,256}", Pattern.DOTALL);

  private final Directory directory;
  private final InstantSource clock;
  private final NewUsers newUsers;

  public UserAdministration(Directory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
    this.newUsers = new NewUsers(directory, clock);
  }

  public List<Operation> operations() {
    return List.of(
        Operation.signed("AdminCreateUser", USER_CREATION, this::createUser),
        Operation.signed("AdminSetUserPassword", USER_ACCOUNT_RECOVERY, this::setPassword),
        Operation.signed("AdminResetUserPassword", USER_ACCOUNT_RECOVERY, this::resetPassword),
        Operation.signed("AdminConfirmSignUp", USER_CREATION, this::confirm),
        Operation.signed("AdminDeleteUser", USER_UPDATE, this::delete),
        Operation.signed("AdminDisableUser", USER_UPDATE, call -> enable(call, false)),
        Operation.signed("AdminEnableUser", USER_UPDATE, call -> enable(call, true)),
        Operation.signed("AdminUpdateUserAttributes", USER_UPDATE, this::updateAttributes),
        Operation.signed("AdminAddUserToGroup", USER_UPDATE, call -> group(call, true)),
        Operation.signed("AdminRemoveUserFromGroup", USER_UPDATE, call -> group(call, false)));
  }

  private Answer createUser(Call call) {
    String password = call.optional("TemporaryPassword").orElse(NewUsers.TEMPORARY_PASSWORD);
    requireGood(password);
    MadeUser user = newUsers.create(call, password, clock.instant().plus(TEMPORARY_PASSWORD));
    return json -> {
      json.writeStartObject();
      json.writeName("User");
      UserJson.writeUser(json, user, Set.of());
      json.writeEndObject();
    };
  }

  private Answer setPassword(Call call) {
    String password = call.text("Password");
    requireGood(password);
    boolean permanent = call.flag("Permanent");
    return changed(
        call,
        user ->
            user.withPassword(
                password,
                permanent ? null : clock.instant().plus(TEMPORARY_PASSWORD),
                permanent ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD,
                clock.instant()));
  }

  private Answer resetPassword(Call call) {
    MadeUser user = find(call);
    if (user.isFederated() || !(user.emailVerified() || user.phoneVerified())) {
      throw CognitoError.invalidParameter(
          "Cannot reset password for the user as there is no registered/verified email or phone_number");
    }
    return withStatus(call, UserStatus.RESET_REQUIRED);
  }

  private Answer confirm(Call call) {
    MadeUser user = find(call);
    if (user.status() != UserStatus.UNCONFIRMED) {
      throw CognitoError.notAuthorized(
          "User cannot be confirmed. Current status is " + user.status());
    }
    return withStatus(call, UserStatus.CONFIRMED);
  }

  private Answer withStatus(Call call, UserStatus status) {
    return changed(call, user -> user.withPassword(user.password(), null, status, clock.instant()));
  }

  private Answer delete(Call call) {
    directory.delete(find(call).index());
    return Answer.DONE;
  }

  private Answer enable(Call call, boolean enabled) {
    return changed(call, user -> user.withEnabled(enabled, clock.instant()));
  }

  private Answer updateAttributes(Call call) {
    Map<String, String> changes = call.attributes("UserAttributes");
    NewUsers.requireAllowed(changes);
    return changed(call, user -> user.withAttributes(changes, clock.instant()));
  }

  private Answer group(Call call, boolean isIn) {
    String name = call.text("GroupName");
    if (directory.made().roster().number(name).isEmpty()) {
      throw CognitoError.notFound("Group not found.");
    }
    return changed(
        call,
        user -> {
          List<String> groups = new ArrayList<>(user.groups());
          groups.remove(name);
          if (isIn) {
            groups.add(name);
          }
          return user.withGroups(groups, user.modified());
        });
  }

  private Answer changed(Call call, UnaryOperator<MadeUser> change) {
    directory.change(find(call).index(), change);
    return Answer.DONE;
  }

  private MadeUser find(Call call) {
    return directory.resolve(call.text("Username")).orElseThrow(CognitoError::noSuchUser);
  }

  public static void requireGood(String password) {
    if (!GOOD_PASSWORD.matcher(password).matches()) {
      throw CognitoError.of(
          "InvalidPasswordException",
          "Password does not conform to policy: 8 to 256 characters with an upper-case and a lower-case letter, a digit and a symbol");
    }
  }
}
