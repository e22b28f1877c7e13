package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.target.provision.FirstLoginChoices.WeakPassword;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Translates the pool's password policy for FusionAuth. */
record PasswordDemands(PasswordPolicy policy, WeakPassword weak) {
  /** The longest password that FusionAuth accepts. */
  private static final int LONGEST = 256;

  /** Returns the tenant's {@code passwordValidationRules}. */
  ObjectNode json() {
    ObjectNode rules = JsonMapper.shared().createObjectNode();
    rules.put("minLength", policy.minimumLength()).put("maxLength", LONGEST);
    rules.put("requireMixedCase", policy.requireUppercase() && policy.requireLowercase());
    rules.put("requireNumber", policy.requireNumbers());
    rules.put("requireNonAlpha", policy.requireSymbols());
    rules.put("validateOnLogin", weak == WeakPassword.REQUIRE_NEW);
    ObjectNode history = rules.putObject("rememberPreviousPasswords");
    history.put("enabled", policy.historySize() > 0);
    if (policy.historySize() > 0) {
      history.put("count", policy.historySize());
    }
    return rules;
  }

  List<String> lost() {
    List<String> lost = new ArrayList<>();
    if (policy.requireUppercase() != policy.requireLowercase()) {
      lost.add("letters: FusionAuth requires both upper and lower case or neither; here neither");
    }
    if (policy.requireSymbols()) {
      lost.add("symbols: FusionAuth accepts any character that is neither a letter nor a digit");
    }
    if (policy.historySize() > 0) {
      lost.add(
          "password history: former passwords stay in the pool; FusionAuth's history begins with"
              + " the first password that it stores");
    }
    lost.add(
        ("temporary passwords are valid for %d days in the pool, and FusionAuth has none: users"
                + " set a new one")
            .formatted(policy.temporaryPasswordValidityDays()));
    return lost;
  }
}
