package dev.sluice.keycloak.load.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.AttributeContext;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.Validator;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.Validators;

/** Applies the validators of one attribute of a user profile to values. */
final class ValueRules {
  private static final String LENGTH = "length";
  private static final String MULTIVALUED = "multivalued";

  /** What Keycloak adds to each attribute that does not say otherwise. */
  private static final Map<String, Map<String, Object>> ADDED =
      Map.of(LENGTH, Map.of("min", "0", "max", "2048"), MULTIVALUED, Map.of("max", "1"));

  private final KeycloakSession session;

  ValueRules(KeycloakSession session) {
    this.session = session;
  }

  /** Returns the name of a rule that the values violate; empty if there is none. */
  Optional<String> violated(UPAttribute attribute, List<String> values) {
    return rules(attribute).entrySet().stream()
        .filter(rule -> isViolated(rule.getKey(), rule.getValue(), attribute.getName(), values))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, Map<String, Object>> rules(UPAttribute attribute) {
    var rules = new HashMap<>(ADDED);
    if (attribute.isMultivalued()) {
      rules.remove(MULTIVALUED);
    }
    if (attribute.getValidations() != null) {
      rules.putAll(attribute.getValidations());
    }
    return rules;
  }

  private boolean isViolated(
      String rule, Map<String, Object> settings, String attribute, List<String> values) {
    Validator validator = Validators.validator(session, rule);
    if (rule.equals(MULTIVALUED) || validator == null) {
      return rule.equals(MULTIVALUED) && isOfWrongNumber(values, settings);
    }
    ValidatorConfig config =
        ValidatorConfig.builder()
            .config(settings == null ? Map.of() : settings)
            .config("ignore.empty.value", true)
            .build();
    return !validator.validate(values, attribute, context(attribute, values), config).isValid();
  }

  /** Keycloak's own rule asks for what only a user that is there already has. */
  private static boolean isOfWrongNumber(List<String> values, Map<String, Object> settings) {
    var limits = new ValidatorConfig(settings);
    long number = values.stream().filter(value -> !value.isBlank()).count();
    Long least = limits.getLong("min");
    Long most = limits.getLong("max");
    return (least != null && number < least) || (most != null && number > most);
  }

  /** Returns what validators of user profiles expect, for a user that is not there yet. */
  private ValidationContext context(String attribute, List<String> values) {
    return new UserProfileAttributeValidationContext(
        new AttributeContext(
            UserProfileContext.UPDATE_PROFILE,
            session,
            Map.entry(attribute, values),
            null,
            null,
            null));
  }
}
