package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;
import java.util.Locale;
import java.util.OptionalLong;

/** Usernames, emails and phone numbers that carry the user's number. */
final class LoginNames {

  /** Cognito's bound for a username. */
  private static final int LONGEST_USERNAME = 128;

  private static final int PHONE_DIGITS = 10;

  /** A country code that no country has, so that no real phone can be called. */
  private static final String NOWHERE = "+999";

  private static final String[] DOMAINS = {"example.com", "example.org", "example.net"};

  private LoginNames() {}

  /**
   * Returns a local part, for example {@code nadia.fernwick.4f2k}: the last part is the number in
   * base 36.
   */
  static String local(Names names, long index) {
    return (names.given() + "." + names.family() + ".").toLowerCase(Locale.ROOT) + suffix(index);
  }

  static String inScript(Names names, long index) {
    return names.given() + "." + suffix(index);
  }

  static String longest(Names names, long index) {
    String start = names.given().toLowerCase(Locale.ROOT) + ".";
    String end = "." + suffix(index);
    return start + "z".repeat(LONGEST_USERNAME - start.length() - end.length()) + end;
  }

  static String email(Draw draw, String local) {
    return local + "@" + draw.oneOf(DOMAINS, Topic.DOMAIN);
  }

  static String phone(long index) {
    return NOWHERE + zeroPadded(index, PHONE_DIGITS);
  }

  /** Returns the number in a username or email; empty when there is none. */
  static OptionalLong index(String name) {
    String local = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    int plus = local.indexOf('+');
    String own = withoutEnd(plus < 0 ? local : local.substring(0, plus));
    return number(own.substring(own.lastIndexOf('.') + 1), Character.MAX_RADIX);
  }

  /** Returns an odd email's local part without the dot or the quote at its end. */
  private static String withoutEnd(String local) {
    return local.endsWith(".") || local.endsWith("\"")
        ? local.substring(0, local.length() - 1)
        : local;
  }

  static OptionalLong indexOfPhone(String phone) {
    return phone.startsWith(NOWHERE) && phone.length() == NOWHERE.length() + PHONE_DIGITS
        ? number(phone.substring(NOWHERE.length()), 10)
        : OptionalLong.empty();
  }

  private static OptionalLong number(String digits, int radix) {
    if (digits.isEmpty() || digits.length() > 10 || digits.charAt(0) == '-') {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(digits, radix));
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }

  /** Returns the number in base 36. */
  static String suffix(long index) {
    return Long.toString(index, Character.MAX_RADIX);
  }

  /** Pads without a formatter, which would take most of the time for making a user. */
  static String zeroPadded(long number, int length) {
    String digits = Long.toString(number);
    return "0".repeat(length - digits.length()) + digits;
  }
}
