package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.found.FactorKind;
import dev.sluice.migration.assess.found.MfaShares;

/** Names second factors for readers. */
public final class SecondFactorWords {
  private SecondFactorWords() {}

  public static String of(FactorKind kind) {
    return switch (kind) {
      case NONE -> "none";
      case TOTP -> "authenticator app";
      case SMS -> "SMS";
      case EMAIL -> "email";
      case SEVERAL -> "several, or another kind";
    };
  }

  /** Returns what the figures are based on. */
  public static String basis(MfaShares mfa) {
    String gone =
        mfa.gone() == 0 ? "" : Words.of("; %,d of them were deleted in the meantime", mfa.gone());
    return mfa.sampled()
        ? Words.of(
            "A random sample of %,d of %,d users%s; shares are accurate to ±%.1f percentage"
                + " points in 95 of 100 samples.",
            mfa.asked(), mfa.population(), gone, mfa.margin() * 100)
        : Words.of("All %,d users were looked up%s.", mfa.asked(), gone);
  }
}
