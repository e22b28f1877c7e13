package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.OldSystem;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import java.util.Locale;
import java.util.Optional;

/** The messages shown if "invalid username or password" would be wrong or useless. */
public final class ShownMessage {
  public static final String TRY_LATER = "sluiceTryLater";
  static final String NOT_YET = "sluiceNotYet";
  public static final String SIGN_UP_LATER = "sluiceSignUpLater";

  /** The text that replaces Keycloak's own for all users, whatever is wrong. */
  public static final String REFUSED = "sluiceRefused";

  private ShownMessage() {}

  /**
   * Returns the message's key in the jar's theme resources; empty if the refusal must look like any
   * other.
   */
  public static Optional<String> of(Verdict verdict, FirstLoginSettings settings) {
    if (verdict instanceof Verdict.None) {
      return Optional.of(TRY_LATER);
    }
    if (verdict instanceof Verdict.NotYet) {
      return Optional.of(NOT_YET);
    }
    return verdict instanceof Verdict.Refused refused && settings.explainsRefusals()
        ? refused.refusal().messageKey()
        : Optional.empty();
  }

  /** Returns the error for an application that requests tokens with a password. */
  public static String toApplication(Verdict.NotYet notYet) {
    return notYet
        .oldSystem()
        .map(OldSystem::address)
        .map(address -> "This account has not moved here yet, log in at " + address)
        .orElse("This account has not moved here yet");
  }

  /** Returns the error for Keycloak's login event. */
  public static String eventError(Verdict verdict) {
    if (verdict instanceof Verdict.NotYet) {
      return "sluice_not_yet";
    }
    if (verdict instanceof Verdict.Refused refused && refused.refusal().isNoFailure()) {
      return "sluice_" + refused.refusal().name().toLowerCase(Locale.ROOT);
    }
    return "sluice_no_verdict";
  }
}
