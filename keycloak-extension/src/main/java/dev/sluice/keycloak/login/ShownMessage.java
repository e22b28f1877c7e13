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

  /** The text for a user whose password is right and who cannot be written here. */
  static final String CANNOT_MOVE = "sluiceCannotMove";

  public static final String SIGN_UP_LATER = "sluiceSignUpLater";

  /** The text for a new username or email while nobody can say whether it is free. */
  public static final String CHANGE_LATER = "sluiceChangeLater";

  /** The text that replaces Keycloak's own for all users, whatever is wrong. */
  public static final String REFUSED = "sluiceRefused";

  /** The same for an application that requests tokens with a password. */
  public static final String CANNOT_MOVE_TO_APPLICATION =
      "This account could not be moved here; its owner needs help from support";

  private ShownMessage() {}

  /**
   * Returns the message's key in the jar's theme resources; empty if the refusal must look like any
   * other.
   */
  public static Optional<String> of(Verdict verdict, FirstLoginSettings settings) {
    if (verdict instanceof Verdict.None none) {
      return Optional.of(none.lasting() ? CANNOT_MOVE : TRY_LATER);
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
    if (verdict instanceof Verdict.None none && none.lasting()) {
      return "sluice_cannot_move";
    }
    if (verdict instanceof Verdict.Refused refused && refused.refusal().isNoFailure()) {
      return "sluice_" + refused.refusal().name().toLowerCase(Locale.ROOT);
    }
    return "sluice_no_verdict";
  }
}
