package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Plain;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.AttributeUse;

/** The attributes that users have. */
final class AttributesPart {
  private AttributesPart() {}

  static Part of(Assessment assessment) {
    long users = assessment.people().total();
    Tag body =
        Tag.of("div")
            .add(
                Tables.table(
                    "Attributes in use",
                    Tables.header("Attribute", "Users", "Share", "Longest value"),
                    assessment.attributes().stream().map(use -> row(use, users)).toList()));
    if (!assessment.otherNames().isEmpty()) {
      body.add(
          Tag.of("p", assessment.otherNamesDisposition()),
          Tag.of("p")
              .text("They are: ")
              .add(Tag.of("bdi", Plain.all(String.join(", ", assessment.otherNames())))));
    }
    return new Part("attributes", "Attributes", body);
  }

  private static Tag row(AttributeUse use, long users) {
    return Tables.row(
        use.name(),
        Words.of("%,d", use.users()),
        Words.percent(use.users(), users),
        Words.of("%,d", use.longest()));
  }
}
