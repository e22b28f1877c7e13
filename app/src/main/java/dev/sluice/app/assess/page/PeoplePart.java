package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.AssessmentText;
import dev.sluice.app.assess.text.SecondFactorWords;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.assess.found.People;

/** The users in the pool. */
final class PeoplePart {
  private PeoplePart() {}

  static Part of(Assessment assessment) {
    People people = assessment.people();
    return new Part(
        "people",
        "Users",
        Tag.of("div")
            .add(
                Tag.of("div")
                    .styled("columns")
                    .add(
                        Bars.of("How they sign in", people.signIns(), Words::signIn),
                        Bars.of("Status in the pool", people.statuses(), Enum::name),
                        Bars.of("Email address", people.emails(), AssessmentText::word),
                        Bars.of("Phone number", people.phones(), AssessmentText::word),
                        Bars.among(people.total())
                            .row("enabled", people.enabled())
                            .row("disabled", people.disabled())
                            .table("Enabled"),
                        assessment
                            .mfa()
                            .map(PeoplePart::secondFactors)
                            .orElseGet(PeoplePart::unknown)),
                MonthChart.of("Created per month", people.createdPerMonth()),
                MonthChart.of("Profile last changed, per month", people.modifiedPerMonth()),
                Tables.note(
                    "A login does not change a profile, and Cognito does not report when a user"
                        + " last logged in.")));
  }

  private static Tag secondFactors(MfaShares mfa) {
    return Tag.of("div")
        .add(
            Bars.of("Second factor", mfa.kinds(), SecondFactorWords::of),
            Tables.note(SecondFactorWords.basis(mfa)));
  }

  private static Tag unknown() {
    return Tag.of("div")
        .add(
            Tag.of("p", "Second factor").styled("caption"),
            Tables.note(
                "Unknown: Cognito reports it only through AdminGetUser, and AWS bills each user"
                    + " looked up as active. sluice assess --with-mfa prints the price first."));
  }
}
