package dev.sluice.rehearsal.pool.signin;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import dev.sluice.rehearsal.user.UserStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The challenges after the right password, in Cognito's form, and the tokens after them. */
public final class Challenges {

  private static final int SMS_DIGITS = 6;
  private static final int EMAIL_DIGITS = 8;

  private final Tokens tokens;
  private final Lockouts lockouts;
  private final Pending<Session> sessions;
  private final SentCodes codes = new SentCodes();

  public Challenges(Tokens tokens, Lockouts lockouts, InstantSource clock) {
    this.tokens = tokens;
    this.lockouts = lockouts;
    this.sessions = new Pending<>(clock);
  }

  /** Returns the sign-ins that await an answer to a challenge. */
  Pending<Session> sessions() {
    return sessions;
  }

  /** Returns the last code of each kind that this user would have been sent. */
  public List<SentCode> sentTo(MadeUser user) {
    return codes.to(user.index());
  }

  Answer afterPassword(AppClient client, MadeUser user) {
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
      return newPassword(client, user);
    }
    return user.mfa() == MfaKind.NONE
        ? signedIn(client, user)
        : secondFactor(client, user, user.mfa());
  }

  /**
   * Returns tokens. Only they reset the count of failures, so that a password alone allows no more
   * guesses.
   */
  Answer signedIn(AppClient client, MadeUser user) {
    lockouts.succeeded(user.index());
    return result(tokens.issue(client, user));
  }

  Answer secondFactor(AppClient client, MadeUser user, MfaKind kind) {
    ObjectNode parameters = parameters(user);
    String code = "";
    switch (kind) {
      case SMS -> code = send(user, parameters, "SMS", user.phone().orElse(""), SMS_DIGITS);
      case EMAIL -> code = send(user, parameters, "EMAIL", user.email().orElse(""), EMAIL_DIGITS);
      case TOTP -> parameters.put("FRIENDLY_DEVICE_NAME", "phone");
      case SEVERAL -> parameters.put("MFAS_CAN_CHOOSE", JSON.writeValueAsString(kind.settings()));
      case SETUP ->
          parameters.put("MFAS_CAN_SETUP", JSON.writeValueAsString(MfaKind.SEVERAL.settings()));
      case NONE -> throw new IllegalArgumentException("This user has no second factor.");
    }
    return ask(client, user, kind.challenge(), code, parameters);
  }

  /** Returns a challenge that has only a name. */
  public static Answer named(String name) {
    return answer(name, Optional.of("a-session-of-the-rehearsal-pool"), JSON.createObjectNode());
  }

  /** Returns a challenge as it goes over the wire. */
  static Answer answer(String name, Optional<String> session, ObjectNode parameters) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("ChallengeName", name);
    session.ifPresent(value -> answer.put("Session", value));
    answer.set("ChallengeParameters", parameters);
    return Answer.of(answer);
  }

  static Answer result(ObjectNode tokens) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set("AuthenticationResult", tokens);
    answer.set("ChallengeParameters", JSON.createObjectNode());
    return Answer.of(answer);
  }

  private Answer newPassword(AppClient client, MadeUser user) {
    ObjectNode attributes = JSON.createObjectNode();
    user.attributes().forEach(attributes::put);
    attributes.remove("sub");
    ObjectNode parameters = parameters(user);
    parameters.put("requiredAttributes", "[]");
    parameters.put("userAttributes", JSON.writeValueAsString(attributes));
    return ask(client, user, "NEW_PASSWORD_REQUIRED", "", parameters);
  }

  private Answer ask(
      AppClient client, MadeUser user, String challenge, String code, ObjectNode parameters) {
    String session = sessions.add(new Session(client.id(), user.index(), challenge, code));
    return answer(challenge, Optional.of(session), parameters);
  }

  private String send(
      MadeUser user, ObjectNode parameters, String medium, String destination, int digits) {
    boolean byPhone = medium.equals("SMS");
    parameters.put("CODE_DELIVERY_DELIVERY_MEDIUM", medium);
    parameters.put(
        "CODE_DELIVERY_DESTINATION", byPhone ? maskedPhone(destination) : maskedEmail(destination));
    MfaKind kind = byPhone ? MfaKind.SMS : MfaKind.EMAIL;
    return codes.send(user.index(), kind.challenge(), destination, digits);
  }

  private static ObjectNode parameters(MadeUser user) {
    return JSON.createObjectNode().put("USER_ID_FOR_SRP", user.username());
  }

  private static String maskedPhone(String phone) {
    int shown = Math.max(1, phone.length() - 4);
    return "+" + "*".repeat(shown - 1) + phone.substring(Math.min(phone.length(), shown));
  }

  private static String maskedEmail(String email) {
    int at = email.indexOf('@');
    return at < 1 ? "***" : email.charAt(0) + "***@" + email.charAt(at + 1) + "***";
  }
}
