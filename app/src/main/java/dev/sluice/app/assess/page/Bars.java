package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.found.Counts;
import java.util.Map;
import java.util.function.Function;

/** Shows counts as a table with a bar for each share. */
final class Bars {
  private static final int WIDTH = 100;

  private final Tag body = Tag.of("tbody");
  private final long total;

  private Bars(long total) {
    this.total = total;
  }

  static <K extends Comparable<? super K>> Tag of(
      String title, Counts<K> counts, Function<K, String> name) {
    Bars bars = new Bars(counts.total());
    for (Map.Entry<K, Long> each : counts.largestFirst().entrySet()) {
      bars.row(name.apply(each.getKey()), each.getValue());
    }
    return bars.table(title);
  }

  static Bars among(long total) {
    return new Bars(total);
  }

  Bars row(String name, long count) {
    return row(Tag.of("th").with("scope", "row").add(Tables.foreign(name)), count);
  }

  /** Adds a row with a note below the name. */
  Bars row(String name, String note, long count) {
    return row(
        Tag.of("th")
            .with("scope", "row")
            .add(Tables.foreign(name), Tables.whole(note).styled("line note")),
        count);
  }

  private Bars row(Tag heading, long count) {
    body.add(
        Tag.of("tr")
            .add(
                heading,
                Tag.of("td").styled("bar").add(bar(count)),
                Tag.of("td", Words.of("%,d", count)).styled("number"),
                Tag.of("td", Words.percent(count, total)).styled("number faint")));
    return this;
  }

  Tag table(String title) {
    return Tag.of("table")
        .styled("bars")
        .add(
            Tag.of("caption", title),
            Tag.of("thead").styled("unseen").add(Tables.header(title, "Bar", "Users", "Share")),
            body);
  }

  /** Draws a bar that screen readers skip, because the figures are beside it. */
  private Tag bar(long count) {
    double width = total == 0 ? 0 : Math.max(count == 0 ? 0 : 0.7, 1.0 * WIDTH * count / total);
    return Tag.of("svg")
        .with("viewBox", "0 0 " + WIDTH + " 8")
        .with("preserveAspectRatio", "none")
        .with("aria-hidden", "true")
        .add(rect(WIDTH).styled("track"), rect(width).styled("fill"));
  }

  private static Tag rect(double width) {
    return Tag.of("rect")
        .with("width", Words.of("%.2f", width))
        .with("height", "8")
        .with("rx", "1.5");
  }
}
