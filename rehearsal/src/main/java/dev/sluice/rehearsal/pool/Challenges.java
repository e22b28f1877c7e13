package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.pool.Answer.JSON;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** What is asked after the right password, in the shape Cognito asks it. */
final class Challenges {

  private Challenges() {}

  static Answer newPassword(MadeUser user) {
    ObjectNode attributes = JSON.createObjectNode();
    user.attributes().forEach(attributes::put);
    attributes.remove("sub");
    ObjectNode parameters = parameters(user);
    parameters.put("requiredAttributes", "[]");
    parameters.put("userAttributes", JSON.writeValueAsString(attributes));
    return answer("NEW_PASSWORD_REQUIRED", user.sub(), parameters);
  }

  static Answer secondFactor(MadeUser user) {
    ObjectNode parameters = parameters(user);
    switch (user.mfa()) {
      case SMS -> sentBy(parameters, "SMS", maskedPhone(user.phone().orElse("")));
      case EMAIL -> sentBy(parameters, "EMAIL", maskedEmail(user.email().orElse("")));
      case TOTP -> parameters.put("FRIENDLY_DEVICE_NAME", "phone");
      case SEVERAL ->
          parameters.put("MFAS_CAN_CHOOSE", JSON.writeValueAsString(user.mfa().settings()));
      case SETUP ->
          parameters.put("MFAS_CAN_SETUP", JSON.writeValueAsString(MfaKind.SEVERAL.settings()));
      case NONE -> throw new IllegalArgumentException("This user has no second factor.");
    }
    return answer(user.mfa().challenge(), user.sub(), parameters);
  }

  /** A challenge with nothing but a name. */
  static Answer named(String name) {
    return answer(name, name, JSON.createObjectNode());
  }

  private static ObjectNode parameters(MadeUser user) {
    return JSON.createObjectNode().put("USER_ID_FOR_SRP", user.username());
  }

  private static void sentBy(ObjectNode parameters, String medium, String destination) {
    parameters.put("CODE_DELIVERY_DELIVERY_MEDIUM", medium);
    parameters.put("CODE_DELIVERY_DESTINATION", destination);
  }

  private static String maskedPhone(String phone) {
    int shown = Math.max(1, phone.length() - 4);
    return "+" + "*".repeat(shown - 1) + phone.substring(Math.min(phone.length(), shown));
  }

  private static String maskedEmail(String email) {
    int at = email.indexOf('@');
    return at < 1 ? "***" : email.charAt(0) + "***@" + email.charAt(at + 1) + "***";
  }

  private static Answer answer(String name, String session, ObjectNode parameters) {
    ObjectNode answer = JSON.createObjectNode();
    answer.put("ChallengeName", name);
    answer.put("Session", session(session));
    answer.set("ChallengeParameters", parameters);
    return Answer.of(answer);
  }

  /** The service model asks for 20 to 2,048 characters. */
  private static String session(String of) {
    return Base64.getUrlEncoder()
        .encodeToString(("rehearsal session of " + of).getBytes(StandardCharsets.UTF_8));
  }
}
