package dev.sluice.targets.keycloak.provision.login;

import dev.sluice.api.target.provision.FirstLoginChoices;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Translates the operator's choices for first logins into settings of our extension's component.
 */
record FirstLoginSettings(FirstLoginChoices choices) {
  /** Returns every setting by name, in a fixed order. */
  Map<String, String> all() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("weakPassword", word(choices.weakPassword()));
    settings.put("refusals", word(choices.refusals()));
    settings.put("secondFactor", word(choices.secondFactor()));
    settings.put("resetWithSecondFactor", word(choices.resetWithSecondFactor()));
    return settings;
  }

  /** Returns the settings in which a component differs; a missing one has its default. */
  Map<String, String> differingFrom(JsonNode config) {
    Map<String, String> usual = new FirstLoginSettings(FirstLoginChoices.DEFAULT).all();
    Map<String, String> differing = new LinkedHashMap<>();
    all()
        .forEach((name, value) -> {
          if (!config.path(name).path(0).asString(usual.getOrDefault(name, "")).equals(value)) {
            differing.put(name, value);
          }
        });
    return differing;
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
