package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.SignsText;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.Sign;
import dev.sluice.migration.assess.Sign.Side;
import java.util.List;
import java.util.Locale;

/** Signs for staying and for leaving. */
final class SignsPart {
  private SignsPart() {}

  static Part of(Assessment assessment) {
    Tag sides = Tag.of("div").styled("sides");
    for (Side side : Side.values()) {
      sides.add(side(side, SignsText.on(side, assessment.signs())));
    }
    return new Part(
        "signs",
        "Whether to leave Cognito at all",
        Tag.of("div")
            .add(sides, Tag.of("p", SignsText.verdict(assessment.signs())).styled("verdict")));
  }

  private static Tag side(Side side, List<Sign> signs) {
    Tag list = Tag.of("ul");
    signs.forEach(sign ->
        list.add(
            Tag.of("li")
                .text(sign.text() + " ")
                .add(
                    Tag.of("span", Words.weight(sign.weight()))
                        .styled("weight " + sign.weight().name().toLowerCase(Locale.ROOT)))));
    return Tag.of("div")
        .styled("side")
        .add(
            Tag.of("h3", SignsText.title(side)),
            signs.isEmpty() ? Tables.note("None that can be read from the pool.") : list);
  }
}
