package dev.sluice.targets.keycloak.provision.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The colours in the CSS of the classic pages, whose classes are Cognito's own ({@code
 * .banner-customizable} and the like). Nothing else in it fits other pages.
 */
final class ClassicCss {
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

  private final Map<String, Map<String, String>> rules = new HashMap<>();

  ClassicCss(String css) {
    RULE.matcher(COMMENT.matcher(css).replaceAll(" "))
        .results()
        .forEach(rule ->
            Arrays.stream(rule.group(1).split(","))
                .map(String::trim)
                .forEach(selector -> add(selector, rule.group(2))));
  }

  private void add(String selector, String declarations) {
    Map<String, String> properties = rules.computeIfAbsent(selector, _ -> new HashMap<>());
    for (String declaration : declarations.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        properties.put(
            declaration.substring(0, colon).trim(),
            declaration.substring(colon + 1).replace("!important", "").trim());
      }
    }
  }

  Palette palette() {
    Palette palette = new Palette();
    palette.put(Palette.BANNER, background(".banner-customizable"));
    palette.put(Palette.CARD, background(".background-customizable"));
    palette.put(Palette.TEXT, colour(".label-customizable"));
    palette.put(Palette.LINK, colour(".redirect-customizable"));
    palette.put(Palette.BUTTON, background(".submitButton-customizable"));
    palette.put(Palette.BUTTON_TEXT, colour(".submitButton-customizable"));
    palette.put(Palette.BUTTON_HOVER, background(".submitButton-customizable:hover"));
    return palette.readable();
  }

  private Optional<Colour> colour(String selector) {
    return Optional.ofNullable(properties(selector).get("color")).flatMap(Colour::parse);
  }

  private Optional<Colour> background(String selector) {
    Map<String, String> properties = properties(selector);
    return Stream.of("background-color", "background")
        .map(name -> Optional.ofNullable(properties.get(name)).flatMap(Colour::parse))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Map<String, String> properties(String selector) {
    return rules.getOrDefault(selector, Map.of());
  }
}
