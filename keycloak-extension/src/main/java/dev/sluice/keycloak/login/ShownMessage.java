package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Refusal;
import dev.sluice.keycloak.gateway.Verdict;
import java.util.Locale;
import java.util.Optional;

/** What a person is told when "invalid username or password" would be wrong or useless. */
final class ShownMessage {
  static final String TRY_LATER = "sluiceTryLater";

  private ShownMessage() {}

  /** The message's key in the jar's theme resources. */
  static Optional<String> of(Verdict verdict) {
    if (verdict instanceof Verdict.None) {
      return Optional.of(TRY_LATER);
    }
    return verdict instanceof Verdict.Refused refused
        ? refused.refusal().messageKey()
        : Optional.empty();
  }

  /** The error in Keycloak's login event. */
  static String eventError(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused && refused.refusal() != Refusal.WRONG) {
      return "sluice_" + refused.refusal().name().toLowerCase(Locale.ROOT);
    }
    return "sluice_no_verdict";
  }
}
