package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Plain;
import java.util.List;
import java.util.stream.Stream;

/** Builds tables and their contents. */
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

  /** Returns a row with its own heading; numbers are aligned right. */
  static Tag row(String heading, String... cells) {
    return Tag.of("tr")
        .add(Tag.of("th").with("scope", "row").add(foreign(heading)))
        .add(Stream.of(cells).map(cell -> Tag.of("td", cell).styled("number")).toList());
  }

  /**
   * Returns text from outside, isolated so that it cannot change the direction of the text around
   * it.
   */
  static Tag foreign(String text) {
    return Tag.of("bdi", Plain.text(text));
  }

  /** Returns text from outside in the same way, whatever its length. */
  static Tag whole(String text) {
    return Tag.of("bdi", Plain.all(text));
  }

  /** Returns terms with their descriptions, which are stacked on a phone. */
  static Tag pairs(String cssClass, String title, List<Tag> pairs) {
    return Tag.of("div")
        .styled("settings " + cssClass)
        .add(Tag.of("h3", title), Tag.of("dl").add(pairs));
  }

  static Tag pair(List<Tag> what, List<Tag> how) {
    return Tag.of("div")
        .add(
            Tag.of("dt").add(what),
            Tag.of("dd").add(how.stream().map(line -> line.styled("line")).toList()));
  }

  static Tag note(String text) {
    return Tag.of("p", text).styled("note");
  }

  /** Returns content that the reader must open to see. */
  static Tag more(String summary, Tag... content) {
    return Tag.of("details").add(Tag.of("summary", summary)).add(content);
  }
}
