package dev.sluice.app.config.reading;

import dev.sluice.api.target.provision.FirstLoginChoices;
import dev.sluice.api.target.provision.FirstLoginChoices.Refusals;
import dev.sluice.api.target.provision.FirstLoginChoices.ResetWithSecondFactor;
import dev.sluice.api.target.provision.FirstLoginChoices.SecondFactor;
import dev.sluice.api.target.provision.FirstLoginChoices.WeakPassword;
import java.util.Map;

/** The keys that say how the target treats those who log in for the first time. */
final class FirstLoginShape {
  private static final Rule<WeakPassword> WEAK_PASSWORD =
      Rule.oneOf(Map.of("accept", WeakPassword.ACCEPT, "require-new", WeakPassword.REQUIRE_NEW));
  private static final Rule<Refusals> REFUSALS =
      Rule.oneOf(Map.of("alike", Refusals.ALIKE, "explained", Refusals.EXPLAINED));
  private static final Rule<SecondFactor> SECOND_FACTOR =
      Rule.oneOf(Map.of("enrol", SecondFactor.ENROL, "keep", SecondFactor.KEEP));
  private static final Rule<ResetWithSecondFactor> RESET =
      Rule.oneOf(
          Map.of("refuse", ResetWithSecondFactor.REFUSE, "enrol", ResetWithSecondFactor.ENROL));

  private FirstLoginShape() {}

  static FirstLoginChoices read(Section section) {
    FirstLoginChoices usual = FirstLoginChoices.DEFAULT;
    FirstLoginChoices chosen =
        new FirstLoginChoices(
            section.read("weak-password", WEAK_PASSWORD).orElse(usual.weakPassword()),
            section.read("refusals", REFUSALS).orElse(usual.refusals()),
            section.read("second-factor", SECOND_FACTOR).orElse(usual.secondFactor()),
            section.read("reset-with-second-factor", RESET).orElse(usual.resetWithSecondFactor()));
    section.complainAboutUnknown();
    return chosen;
  }
}
