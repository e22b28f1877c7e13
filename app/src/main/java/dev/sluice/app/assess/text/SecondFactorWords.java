package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.found.FactorKind;
import dev.sluice.migration.assess.found.MfaShares;

/** Second factors where people read of them. */
public final class SecondFactorWords {
  private SecondFactorWords() {}

  public static String of(FactorKind kind) {
    return switch (kind) {
      case NONE -> "none";
      case TOTP -> "authenticator app";
      case SMS -> "SMS";
      case EMAIL -> "email";
      case SEVERAL -> "several or another";
    };
  }

  /** What the figures stand on. */
  public static String basis(MfaShares mfa) {
    String gone =
        mfa.gone() == 0 ? "" : Words.of("; %,d of them were deleted meanwhile", mfa.gone());
    return mfa.sampled()
        ? Words.of(
            "A random sample of %,d of %,d users%s; shares are right within ±%.1f percentage points"
                + " in 95 of 100 samples.",
            mfa.asked(), mfa.population(), gone, mfa.margin() * 100)
        : Words.of("All %,d users were looked up%s.", mfa.asked(), gone);
  }
}
