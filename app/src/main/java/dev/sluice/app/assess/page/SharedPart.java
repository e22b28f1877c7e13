package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.AssessmentText;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.Collision;
import dev.sluice.migration.assess.found.Collisions;
import dev.sluice.migration.assess.found.SharedValue;
import java.util.List;

/** Values that users share but should not. */
final class SharedPart {
  private static final int EXAMPLES = 10;

  private SharedPart() {}

  static Part of(Assessment assessment) {
    Collisions found = assessment.collisions();
    return new Part(
        "shared",
        "Values that users share",
        Tag.of("div")
            .add(
                Tables.table(
                    "Values that several users have",
                    Tables.header("What", "Values", "Users", "Values among native users"),
                    List.of(
                        row("Email address, in any case", found.emails()),
                        row("Phone number", found.phones()),
                        row("Username at the target, in any case", found.usernames()),
                        row("Account at a provider, several profiles", found.linkedTwice()))))
            .add(examples("Users that share an email address", found.emails()))
            .add(examples("Users that share a phone number", found.phones()))
            .add(examples("Users that share a username, in any case", found.usernames()))
            .add(examples("Users with several profiles", found.linkedTwice())));
  }

  private static Tag row(String what, Collision collision) {
    return Tables.row(
        what,
        Words.of("%,d", collision.values()),
        Words.of("%,d", collision.users()),
        Words.of("%,d", collision.amongNative()));
  }

  private static List<Tag> examples(String title, Collision collision) {
    if (collision.values() == 0) {
      return List.of();
    }
    Tag list = Tag.of("ul").styled("people");
    collision.examples().stream().limit(EXAMPLES).forEach(value -> list.add(item(value)));
    String shown =
        collision.values() > EXAMPLES
            ? Words.of("%s: %,d of %,d", title, EXAMPLES, collision.values())
            : title;
    return List.of(Tables.more(shown, list));
  }

  private static Tag item(SharedValue value) {
    Tag item = Tag.of("li");
    value
        .people()
        .forEach(person -> item.add(Tables.foreign(AssessmentText.name(person))).text(" "));
    long more = value.users() - value.people().size();
    return more == 0 ? item : item.text(Words.of("and %,d more", more));
  }
}
