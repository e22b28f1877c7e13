package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Plain;
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

  /** The same however long it is. */
  static Tag whole(String text) {
    return Tag.of("bdi", Plain.all(text));
  }

  /** Things with what there is to say of each, which stand below one another on a phone. */
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

  /** Something that only some want to see. */
  static Tag more(String summary, Tag... content) {
    return Tag.of("details").add(Tag.of("summary", summary)).add(content);
  }
}
