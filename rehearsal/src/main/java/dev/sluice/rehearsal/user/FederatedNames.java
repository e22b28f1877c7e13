package dev.sluice.rehearsal.user;

import java.util.Locale;
import java.util.OptionalLong;

/** The ids that external providers give, with the user's number in them. */
final class FederatedNames {

  private static final int RADIX = Character.MAX_RADIX;

  private FederatedNames() {}

  /** Returns the user's id at the provider, in that provider's own format. */
  static String idAt(IdentityProvider provider, long index, String email) {
    return switch (provider) {
      case GOOGLE -> String.format(Locale.ROOT, "1%020d", index);
      case FACEBOOK -> String.format(Locale.ROOT, "10%015d", index);
      case APPLE -> String.format(Locale.ROOT, "00%04d.%032x.%04d", index % 2000, index, 815);
      case AMAZON -> "amzn1.account.A" + padded(index, 27).toUpperCase(Locale.ROOT);
      case SAML -> email;
      case OIDC -> "00u" + padded(index, 12);
    };
  }

  /** Returns the number inside the id; empty when the provider gives no such ids. */
  static OptionalLong index(IdentityProvider provider, String id) {
    try {
      return switch (provider) {
        case GOOGLE, FACEBOOK -> OptionalLong.of(Long.parseLong(last(id, 12)));
        case APPLE -> OptionalLong.of(Long.parseLong(last(id, 21).substring(0, 16), 16));
        case AMAZON, OIDC -> OptionalLong.of(Long.parseLong(last(id, 12), RADIX));
        case SAML -> LoginNames.index(id);
      };
    } catch (NumberFormatException | StringIndexOutOfBoundsException notOurs) {
      return OptionalLong.empty();
    }
  }

  private static String last(String id, int length) {
    return id.substring(id.length() - length);
  }

  private static String padded(long index, int length) {
    String digits = Long.toString(index, RADIX);
    return "0".repeat(length - digits.length()) + digits;
  }
}
