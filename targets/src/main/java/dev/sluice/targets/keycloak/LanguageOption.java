package dev.sluice.targets.keycloak;

import dev.sluice.migration.target.TargetOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which languages the login pages are to have. */
final class LanguageOption {
  private static final String NONE = "none";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?");

  static final TargetOption LANGUAGES =
      new TargetOption(
          "languages",
          "The languages of the login pages, with commas between them; the first is for people"
              + " whose own is not among them. `none` leaves languages to you. Keycloak has many"
              + " more than Sluice's own messages, which are English in the others.",
          false,
          false,
          String.join(",", LoginLanguages.ALL),
          "de,en,fr");

  private LanguageOption() {}

  /** What is wrong with these values; empty when nothing is. */
  static List<String> problems(Map<String, String> values) {
    return from(values).stream()
        .filter(language -> !LANGUAGE.matcher(language).matches())
        .map(language -> "languages: \"" + language + "\" is no language such as en, de or pt-BR.")
        .toList();
  }

  /** The languages, the first for people whose own is not there; empty where it is the owner's. */
  static List<String> from(Map<String, String> values) {
    String all = values.getOrDefault(LANGUAGES.key(), String.join(",", LoginLanguages.ALL)).trim();
    return all.equals(NONE)
        ? List.of()
        : Arrays.stream(all.split(",", -1)).map(String::trim).distinct().toList();
  }
}
