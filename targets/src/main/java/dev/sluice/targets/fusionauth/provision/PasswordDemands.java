package dev.sluice.targets.fusionauth.provision;

import dev.sluice.api.pool.signin.PasswordPolicy;
import dev.sluice.api.target.provision.FirstLoginChoices.WeakPassword;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pool's password policy in FusionAuth's words. */
record PasswordDemands(PasswordPolicy policy, WeakPassword weak) {
  /** As much as FusionAuth takes. */
  private static final int LONGEST = 256;

  /** As in the tenant's {@code passwordValidationRules}. */
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
      lost.add("letters: FusionAuth asks for both upper and lower case or for neither: neither");
    }
    if (policy.requireSymbols()) {
      lost.add("symbols: FusionAuth takes any character that is no letter and no digit");
    }
    if (policy.historySize() > 0) {
      lost.add(
          "password history: the former passwords stay in the pool; FusionAuth's begins with the"
              + " first password that it keeps");
    }
    lost.add(
        "temporary passwords hold %d days in the pool, and FusionAuth has none: people set a new one"
            .formatted(policy.temporaryPasswordValidityDays()));
    return lost;
  }
}
