package dev.sluice.targets.keycloak.provision.login;

import dev.sluice.api.target.provision.FirstLoginChoices;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The operator's choices for first logins, as settings of our extension's component. */
record FirstLoginSettings(FirstLoginChoices choices) {
  /** Every setting by its name, in an order that does not change. */
  Map<String, String> all() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("weakPassword", word(choices.weakPassword()));
    settings.put("refusals", word(choices.refusals()));
    settings.put("secondFactor", word(choices.secondFactor()));
    settings.put("resetWithSecondFactor", word(choices.resetWithSecondFactor()));
    return settings;
  }

  /** Those that a component has otherwise; one that it does not have is as by default. */
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
