package dev.sluice.cognito.answer;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that Cognito names when what was sent does not have the form that its service model
 * demands, as in {@code 1 validation error detected: Value at 'userName' failed to satisfy
 * constraint: …}. What people type into a field decides what it means that the field was refused.
 */
final class RefusedFields {
  private static final Pattern FIELD =
      Pattern.compile("'([\\w.-]+)' failed to satisfy constraint", Pattern.CASE_INSENSITIVE);

  private RefusedFields() {}

  /** Returns the names without what they are in, in lower case; empty where none is named. */
  static Set<String> in(String sentence) {
    Set<String> fields = new HashSet<>();
    Matcher found = FIELD.matcher(sentence);
    while (found.find()) {
      String path = found.group(1);
      fields.add(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
    return fields;
  }

  /** A field that people do not type makes the whole a matter of settings. */
  static Meaning meaning(Set<String> fields) {
    return fields.stream()
        .map(RefusedFields::meaning)
        .reduce((one, other) -> one == other ? one : Meaning.MISCONFIGURED)
        .orElse(Meaning.MISCONFIGURED);
  }

  private static Meaning meaning(String field) {
    return switch (field) {
      case "username", "password" -> Meaning.WRONG_PASSWORD;
      case "code", "usercode", "sms_mfa_code", "email_otp_code", "software_token_mfa_code" ->
          Meaning.WRONG_CODE;
      case "session" -> Meaning.CHALLENGE_EXPIRED;
      case "paginationtoken", "nexttoken" -> Meaning.POSITION_REFUSED;
      default -> Meaning.MISCONFIGURED;
    };
  }
}
