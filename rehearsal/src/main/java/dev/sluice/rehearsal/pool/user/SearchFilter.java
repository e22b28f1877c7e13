package dev.sluice.rehearsal.pool.user;

import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.user.MadeUser;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ListUsers' filter: one attribute, {@code =} or {@code ^=}, and a quoted value.
 *
 * @param prefix whether the value is only the beginning
 */
record SearchFilter(String attribute, boolean prefix, String value) {

  private static final int LONGEST = 256;
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\s*\"?([\\w:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*", Pattern.DOTALL);
  private static final Set<String> SEARCHABLE =
      Set.of(
          "username",
          "email",
          "phone_number",
          "name",
          "given_name",
          "family_name",
          "preferred_username",
          "cognito:user_status",
          "status",
          "sub");

  static SearchFilter parse(String text) {
    if (text.length() > LONGEST) {
      throw CognitoError.invalidParameter(
          "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must have length less than or equal to 256");
    }
    Matcher parts = GRAMMAR.matcher(text);
    if (!parts.matches()) {
      throw CognitoError.invalidParameter("Error while parsing filter.");
    }
    if (!SEARCHABLE.contains(parts.group(1))) {
      throw CognitoError.invalidParameter("Invalid search attribute: " + parts.group(1));
    }
    String value = parts.group(3).replaceAll("\\\\(.)", "$1");
    return new SearchFilter(parts.group(1), parts.group(2).startsWith("^"), value);
  }

  boolean matches(MadeUser user) {
    String found = valueOf(user);
    if (found == null) {
      return false;
    }
    boolean anyCase = attribute.equals("cognito:user_status") || attribute.equals("status");
    return prefix
        ? found.regionMatches(anyCase, 0, value, 0, value.length())
        : anyCase ? found.equalsIgnoreCase(value) : found.equals(value);
  }

  /** Returns whether the made users who match follow from the value alone. */
  boolean isExactLogin() {
    return !prefix && Set.of("username", "email", "phone_number", "sub").contains(attribute);
  }

  boolean isSubPrefix() {
    return prefix && attribute.equals("sub");
  }

  private @Nullable String valueOf(MadeUser user) {
    return switch (attribute) {
      case "username" -> user.username();
      case "cognito:user_status" -> user.status().name();
      case "status" -> user.enabled() ? "Enabled" : "Disabled";
      default -> user.attributes().get(attribute);
    };
  }
}
