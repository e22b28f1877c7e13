package dev.sluice.rehearsal.user;

import java.util.List;
import java.util.Locale;

/**
 * Names that Cognito takes and others judge. Each ends in the user's number, as all names here do.
 *
 * <p>Names of users and groups follow the service model's pattern {@code
 * [\p{L}\p{M}\p{S}\p{N}\p{P}]+}: emoji are symbols, but joiners and blanks are neither.
 */
final class HostileNames {
  private static final int LONGEST_USERNAME = 128;

  /** Characters that show as nothing and count as letters or symbols. */
  private static final String LOOKS_BLANK = "\u3164\u2800\u115F";

  private static final List<String> USERNAMES =
      List.of(
          "😀👍🏽❤️",
          LOOKS_BLANK,
          LOOKS_BLANK + "nadia" + LOOKS_BLANK,
          "o'nadia<b>&\"x\"",
          "$%!#?§,;:*~/\\|^=[]{}()",
          "../../admin",
          "a//b/",
          "~nadia",
          "-rf",
          "%2e%2e%2f",
          "${nadia}#{1}",
          "Ⅷ①½",
          "𝓷𝓪𝓭𝓲𝓪",
          "نور١",
          "CorpSaml_imitated");

  private static final List<List<String>> FOLDING =
      List.of(
          List.of("straße", "STRASSE", "ſtraße"),
          List.of("kelvin", "\u212Aelvin", "KELVIN"),
          List.of("istanbul", "İSTANBUL", "ıstanbul"),
          List.of("οδος", "ΟΔΟΣ", "οδοσ"));

  /** Composed, decomposed, and of full width. */
  private static final List<String> NORMALIZATION = List.of("zo\u00EB", "zoe\u0308", "ｚｏ\u00EB");

  private static final List<String> EMAILS =
      List.of(
          "aaa..bbb.%s@docomo.example",
          "xxx.%s.@docomo.example",
          ".dot.%s@docomo.example",
          "z".repeat(70) + ".%s@example.com",
          "z".repeat(300) + ".%s@example.com",
          "user.%s@sub_domain.example",
          "\"odd one.%s\"@example.org",
          "o'brien&co/x.%s@example.org",
          "jörg.müller.%s@example.net",
          "小雨.%s@example.net",
          "user.%s@bücher.example",
          "UPPER.%s@EXAMPLE.COM");

  private static final List<String> PROVIDER_IDS =
      List.of(
          "CORP\\nadia",
          "https://idp.example.com/a?b=%20&c=#d",
          "uid=o'nadia,ou=\"people\"",
          "<NameID>{nadia}|",
          "/",
          "..",
          "ñ😀");

  /** Names of groups; two of them are twins in any case, and two once decomposed. */
  static final List<String> GROUPS =
      List.of(
          "Admins",
          "ädmins",
          "partners//gold",
          "partners",
          "guests/root",
          "/lead",
          "ops/",
          "/",
          "//",
          ".",
          "..",
          "a~b",
          "~",
          "🚀team",
          LOOKS_BLANK,
          "Ka\u0308ufer",
          "%2F",
          "a\\b",
          "${x}",
          "?a=1&b=#c",
          "<i>\"'",
          "null",
          "x".repeat(128));

  private HostileNames() {}

  static String username(long index) {
    return numbered(pick(USERNAMES, index), index);
  }

  static String longest(long index) {
    String end = numbered("", index);
    return "😀".repeat(LONGEST_USERNAME - end.length()) + end;
  }

  /** Returns one of three names that are one name if case is folded. */
  static String foldingTwin(long owner, int nth) {
    return numbered(pick(FOLDING, owner).get(nth - 1), owner);
  }

  /** Returns one of three names that are one name once normalized. */
  static String normalizationTwin(long owner, int nth) {
    return numbered(NORMALIZATION.get(nth - 1), owner);
  }

  static String email(long index) {
    return pick(EMAILS, index).formatted(LoginNames.suffix(index));
  }

  static String providerId(long index) {
    return numbered(pick(PROVIDER_IDS, index), index);
  }

  /** Returns the text in other letters; another for each of 1 to 3. */
  static String otherCase(String text, int nth) {
    return switch (nth) {
      case 1 -> text.toUpperCase(Locale.ROOT);
      case 2 -> Character.toUpperCase(text.charAt(0)) + text.substring(1);
      default -> text.charAt(0) + text.substring(1).toUpperCase(Locale.ROOT);
    };
  }

  private static String numbered(String start, long index) {
    return start + "." + LoginNames.suffix(index);
  }

  private static <T> T pick(List<T> values, long index) {
    return values.get((int) (index % values.size()));
  }
}
