package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.OldSystem;
import dev.sluice.keycloak.gateway.Verdict;
import dev.sluice.keycloak.settings.FirstLoginSettings;
import java.util.Locale;
import java.util.Optional;

/** What a person is told when "invalid username or password" would be wrong or useless. */
public final class ShownMessage {
  public static final String TRY_LATER = "sluiceTryLater";
  static final String NOT_YET = "sluiceNotYet";
  public static final String SIGN_UP_LATER = "sluiceSignUpLater";

  /** In place of Keycloak's own text for everybody, whoever is meant and whatever is wrong. */
  public static final String REFUSED = "sluiceRefused";

  private ShownMessage() {}

  /** The message's key in the jar's theme resources; empty for what looks like any refusal. */
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

  /** What an application is told that asks for tokens with a password. */
  public static String toApplication(Verdict.NotYet notYet) {
    return notYet
        .oldSystem()
        .map(OldSystem::address)
        .map(address -> "This account has not moved here yet, log in at " + address)
        .orElse("This account has not moved here yet");
  }

  /** The error in Keycloak's login event. */
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
