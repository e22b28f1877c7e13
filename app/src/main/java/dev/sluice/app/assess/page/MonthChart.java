package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.found.Counts;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Users per month as columns, with a table of the figures below. */
final class MonthChart {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 150;
  private static final int LEGEND = 22;
  private static final int MOST_MONTHS = 600;

  private final String title;
  private final SequencedMap<YearMonth, Long> counts;
  private final YearMonth first;
  private final YearMonth last;
  private final long most;

  private MonthChart(String title, SequencedMap<YearMonth, Long> counts) {
    this.title = title;
    this.counts = counts;
    this.last = counts.lastEntry().getKey();
    YearMonth earliest = last.minusMonths(MOST_MONTHS);
    YearMonth begin = counts.firstEntry().getKey();
    this.first = begin.isBefore(earliest) ? earliest : begin;
    this.most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  static Tag of(String title, Counts<YearMonth> counts) {
    return counts.isEmpty()
        ? Tag.of("p", title + ": no users.")
        : new MonthChart(title, counts.inOrder()).figure();
  }

  private Tag figure() {
    return Tag.of("figure")
        .add(
            Tag.of("figcaption", title),
            svg(),
            Tables.more(
                "The figures", Tables.table(title, Tables.header("Month", "Users"), rows())));
  }

  private List<Tag> rows() {
    return counts.reversed().entrySet().stream()
        .map(each -> Tables.row(each.getKey().toString(), Words.of("%,d", each.getValue())))
        .toList();
  }

  private Tag svg() {
    Tag svg =
        Tag.of("svg")
            .styled("months")
            .with("viewBox", "0 0 " + WIDTH + " " + (HEIGHT + LEGEND))
            .with("role", "img")
            .with("aria-label", spoken());
    svg.add(columns());
    svg.add(line(), label(0, first, "start"), label(WIDTH, last, "end"));
    return svg;
  }

  private List<Tag> columns() {
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    double step = (double) WIDTH / months;
    List<Tag> columns = new ArrayList<>();
    for (Map.Entry<YearMonth, Long> each : counts.entrySet()) {
      long index = ChronoUnit.MONTHS.between(first, each.getKey());
      if (index >= 0) {
        columns.add(column(index * step, step, each));
      }
    }
    return columns;
  }

  private Tag column(double x, double step, Map.Entry<YearMonth, Long> each) {
    double height = Math.max(1, (HEIGHT - 6.0) * each.getValue() / most);
    double gap = Math.min(2, step / 5);
    return Tag.of("rect")
        .styled("fill")
        .with("x", Words.of("%.2f", x + gap / 2))
        .with("y", Words.of("%.2f", HEIGHT - height))
        .with("width", Words.of("%.2f", Math.min(40, step - gap)))
        .with("height", Words.of("%.2f", height))
        .add(Tag.of("title", Words.of("%s: %,d", each.getKey(), each.getValue())));
  }

  private static Tag line() {
    return Tag.of("line")
        .styled("axis")
        .with("x1", "0")
        .with("x2", String.valueOf(WIDTH))
        .with("y1", String.valueOf(HEIGHT))
        .with("y2", String.valueOf(HEIGHT));
  }

  private static Tag label(int x, YearMonth month, String anchor) {
    return Tag.of("text", month.toString())
        .with("x", String.valueOf(x))
        .with("y", String.valueOf(HEIGHT + LEGEND - 4))
        .with("text-anchor", anchor);
  }

  /** Describes the picture for screen readers. */
  private String spoken() {
    YearMonth fullest =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(first);
    return Words.of(
        "%s, from %s to %s; most in %s: %,d users.",
        title, counts.firstEntry().getKey(), last, fullest, most);
  }
}
