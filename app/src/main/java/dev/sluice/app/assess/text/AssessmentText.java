package dev.sluice.app.assess.text;

import com.google.errorprone.annotations.FormatMethod;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.Affected;
import dev.sluice.migration.assess.found.AffectedUsers;
import dev.sluice.migration.assess.found.Collision;
import dev.sluice.migration.assess.found.Collisions;
import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.GroupSize;
import dev.sluice.migration.assess.found.Groups;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.assess.found.People;
import dev.sluice.migration.assess.found.People.Address;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.found.SharedValue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Formats an assessment as lines for a terminal. */
public final class AssessmentText {
  private static final int GROUPS = 10;
  private static final int MONTHS = 12;
  private static final int EXAMPLES = 3;

  private final List<String> lines = new ArrayList<>();

  private AssessmentText() {}

  public static List<String> lines(Assessment assessment) {
    AssessmentText text = new AssessmentText();
    text.line(
        "Pool %s (%s), assessed at %s",
        assessment.pool().id(), assessment.pool().name(), assessment.at());
    text.people(assessment.people());
    text.secondFactors(assessment);
    text.groups(assessment.groups());
    text.attributes(assessment);
    text.collisions(assessment.collisions());
    text.lines.addAll(SegmentsText.lines(assessment));
    text.obstacles(assessment);
    text.lines.addAll(MoneyText.lines(assessment));
    text.lines.addAll(TimesText.lines(assessment.times()));
    text.lines.addAll(SignsText.lines(assessment.signs()));
    assessment.notices().forEach(notice -> text.line("Notice: %s", notice));
    return text.lines;
  }

  private void people(People people) {
    heading("Users");
    line(
        "  %,d users: %,d enabled, %,d disabled",
        people.total(), people.enabled(), people.disabled());
    table("status", people.statuses(), Enum::name);
    table("signs in", people.signIns(), Words::signIn);
    table("email", people.emails(), AssessmentText::word);
    table("phone", people.phones(), AssessmentText::word);
    months("created", people.createdPerMonth());
    months("last changed", people.modifiedPerMonth());
  }

  private <K extends Comparable<? super K>> void table(
      String title, Counts<K> counts, Function<K, String> name) {
    String label = title;
    for (Map.Entry<K, Long> each : counts.largestFirst().entrySet()) {
      row(label, name.apply(each.getKey()), each.getValue(), counts.total());
      label = "";
    }
  }

  private void months(String title, Counts<YearMonth> counts) {
    List<Map.Entry<YearMonth, Long>> all = new ArrayList<>(counts.inOrder().reversed().entrySet());
    String label = title;
    for (Map.Entry<YearMonth, Long> each : all.subList(0, Math.min(MONTHS, all.size()))) {
      row(label, each.getKey().toString(), each.getValue(), counts.total());
      label = "";
    }
    long earlier = all.stream().skip(MONTHS).mapToLong(Map.Entry::getValue).sum();
    if (earlier > 0) {
      row("", "earlier", earlier, counts.total());
    }
  }

  private void row(String label, String name, long count, long total) {
    line("  %-13s %-32s %,12d  %7s", label, Plain.text(name), count, Words.percent(count, total));
  }

  public static String word(Address address) {
    return switch (address) {
      case VERIFIED -> "verified";
      case UNVERIFIED -> "not verified";
      case NONE -> "none";
    };
  }

  private void secondFactors(Assessment assessment) {
    assessment
        .mfa()
        .ifPresentOrElse(
            this::secondFactors,
            () ->
                line(
                    "  second factor unknown: Cognito reports it only through AdminGetUser, which"
                        + " AWS charges for; --with-mfa prints the price"));
  }

  private void secondFactors(MfaShares mfa) {
    table("second factor", mfa.kinds(), SecondFactorWords::of);
    line("  %s", SecondFactorWords.basis(mfa));
  }

  private void groups(Groups groups) {
    heading("Groups");
    line(
        "  %,d groups; %,d users in none, %,d in one, %,d in several (at most %,d)",
        groups.sizes().size(),
        groups.inNone(),
        groups.inOne(),
        groups.inSeveral(),
        groups.mostOfOneUser());
    groups.sizes().stream().limit(GROUPS).forEach(this::group);
    if (groups.sizes().size() > GROUPS) {
      line("  and %,d smaller groups: see --json", groups.sizes().size() - GROUPS);
    }
  }

  private void group(GroupSize group) {
    line("  %-46s %,12d", Plain.text(group.name()), group.members());
  }

  private void attributes(Assessment assessment) {
    heading("Attributes in use");
    line("  %-46s %12s  longest value", "", "users");
    assessment
        .attributes()
        .forEach(
            use -> line("  %-46s %,12d  %,d", Plain.text(use.name()), use.users(), use.longest()));
    if (!assessment.otherNames().isEmpty()) {
      line("  %s", assessment.otherNamesDisposition());
      line("  They are: %s", Plain.all(String.join(", ", assessment.otherNames())));
    }
  }

  private void collisions(Collisions collisions) {
    heading("Values that users share");
    collision("email addresses of several users (in any case)", collisions.emails());
    collision("phone numbers of several users", collisions.phones());
    collision("usernames of several users (in any case)", collisions.usernames());
    collision("accounts at a provider with several profiles", collisions.linkedTwice());
  }

  private void collision(String title, Collision collision) {
    line(
        "  %-46s %,12d  %,d users; among native users: %,d",
        title, collision.values(), collision.users(), collision.amongNative());
    collision.examples().stream().limit(EXAMPLES).forEach(value -> line("    %s", names(value)));
  }

  private static String names(SharedValue value) {
    String named =
        value.people().stream().map(AssessmentText::name).collect(Collectors.joining(" = "));
    long more = value.users() - value.people().size();
    return more == 0 ? named : named + Words.of(" and %,d more", more);
  }

  public static String name(Person person) {
    return Plain.text(person.username())
        + (person.username().equals(person.sub()) ? "" : " (" + Plain.text(person.sub()) + ")");
  }

  private void obstacles(Assessment assessment) {
    heading("Users that would be rejected");
    line(
        "  %,d users%s",
        assessment.obstacles().users(),
        assessment.target().isPresent()
            ? ""
            : "; no target is configured, so its limits were not checked");
    assessment
        .obstacles()
        .all()
        .forEach((obstacle, users) -> {
          line("  %-46s %,12d", Plain.text(Words.obstacle(obstacle)), users);
          line("    %s", Words.remedy(obstacle));
          assessment.obstacles().examples(obstacle).stream()
              .limit(EXAMPLES)
              .forEach(user -> line("    %s", names(user)));
        });
    contested(
        "would come without an address of another's", assessment.contested().withoutAddress());
    contested("profiles of people who have another one", assessment.contested().merged());
    contested("addresses that are another's username", assessment.contested().addressIsUsername());
  }

  private void contested(String title, AffectedUsers users) {
    if (users.users() > 0) {
      line("  %-46s %,12d  not rejected", title, users.users());
      users.examples().stream().limit(EXAMPLES).forEach(user -> line("    %s", names(user)));
    }
  }

  /** Names a user, and after an arrow the one because of whom something becomes of it. */
  public static String names(Affected user) {
    return name(user.person()) + user.other().map(other -> " -> " + name(other)).orElse("");
  }

  private void heading(String text) {
    line("");
    line("%s", text);
  }

  @FormatMethod
  private void line(String text, Object... values) {
    lines.add(Words.of(text, values));
  }
}
