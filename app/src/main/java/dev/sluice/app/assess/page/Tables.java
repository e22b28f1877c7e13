package dev.sluice.app.assess.page;

import dev.sluice.app.assess.Plain;
import java.util.List;
import java.util.stream.Stream;

/** Tables and what is in them. */
final class Tables {
  private Tables() {}

  static Tag table(String caption, Tag header, List<Tag> rows) {
    return Tag.of("table")
        .add(Tag.of("caption", caption), Tag.of("thead").add(header), Tag.of("tbody").add(rows));
  }

  static Tag header(String... titles) {
    return Tag.of("tr")
        .add(Stream.of(titles).map(title -> Tag.of("th", title).with("scope", "col")).toList());
  }

  /** A row with its own heading; numbers stand to the right. */
  static Tag row(String heading, String... cells) {
    return Tag.of("tr")
        .add(Tag.of("th").with("scope", "row").add(foreign(heading)))
        .add(Stream.of(cells).map(cell -> Tag.of("td", cell).styled("number")).toList());
  }

  /** Text that somebody else chose: it cannot turn the writing around it. */
  static Tag foreign(String text) {
    return Tag.of("bdi", Plain.text(text));
  }

  static Tag note(String text) {
    return Tag.of("p", text).styled("note");
  }

  /** Something that only some want to see. */
  static Tag more(String summary, Tag... content) {
    return Tag.of("details").add(Tag.of("summary", summary)).add(content);
  }
}
