package dev.sluice.targets.keycloak.api;

import dev.sluice.api.target.TargetOption;
import dev.sluice.targets.option.OptionProblems;
import dev.sluice.targets.option.OptionValues;
import java.util.List;
import java.util.regex.Pattern;

/** Which languages the login pages are to have. */
public final class LanguageOption {
  /** The languages that the extension's own messages are in, too. */
  public static final List<String> ALL =
      List.of("en", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "pt-BR", "tr", "zh-CN");

  private static final String NONE = "none";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?");

  static final TargetOption LANGUAGES =
      TargetOption.optional(
              "languages",
              "The languages of the login pages, with commas between them; the first is for people"
                  + " whose own is not among them. `none` leaves languages to you. Keycloak has many"
                  + " more than Sluice's own messages, which are English in the others.",
              "de,en,fr")
          .orElse(String.join(",", ALL));

  private LanguageOption() {}

  static void problems(OptionValues values, OptionProblems problems) {
    problems.each(
        LANGUAGES, from(values), LANGUAGE.asMatchPredicate(), "a language such as en, de or pt-BR");
  }

  /** The languages, the first for people whose own is not there; empty where it is the owner's. */
  static List<String> from(OptionValues values) {
    List<String> all = values.list(LANGUAGES);
    return all.equals(List.of(NONE)) ? List.of() : all;
  }
}
