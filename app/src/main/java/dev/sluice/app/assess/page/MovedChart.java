package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.TimesText;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.estimate.Moved;
import dev.sluice.migration.assess.estimate.SlowHalf;
import dev.sluice.migration.assess.estimate.Times;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How passwords move over 90 days: for each share of active users a band from least to most. */
final class MovedChart {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 200;
  private static final int LEGEND = 22;
  private static final int DAYS = 90;
  private static final int STEP = 10;

  private MovedChart() {}

  static Tag of(Times times) {
    String title = "Share of passwords moved";
    Tag svg =
        Tag.of("svg")
            .styled("moved")
            .with("viewBox", "0 0 " + WIDTH + " " + (HEIGHT + LEGEND))
            .with("role", "img")
            .with("aria-label", title + ", over 90 days. The table below has the figures.");
    for (int percent = 0; percent <= 100; percent += 50) {
      svg.add(grid(percent));
    }
    times.slowHalves().forEach(half -> svg.add(band(half)));
    for (int days = 30; days <= DAYS; days += 30) {
      svg.add(label(x(days), HEIGHT + LEGEND - 4, days + " days", days == DAYS ? "end" : "middle"));
    }
    return Tag.of("figure").add(Tag.of("figcaption", title), svg, table(title, times));
  }

  private static Tag table(String title, Times times) {
    return Tables.table(
        title,
        Tables.header("Active in a month", "After 30 days", "60 days", "90 days"),
        times.slowHalves().stream().map(MovedChart::row).toList());
  }

  private static Tag row(SlowHalf half) {
    List<String> cells = half.after().stream().map(TimesText::range).toList();
    return Tables.row(Words.percent(half.activeShare()), cells.toArray(String[]::new));
  }

  private static Tag band(SlowHalf half) {
    List<Moved> days =
        IntStream.rangeClosed(0, DAYS / STEP)
            .mapToObj(i -> Moved.after(i * STEP, half.activeShare()))
            .toList();
    String most = points(days, true);
    String least = points(days.reversed(), false);
    return Tag.of("polygon").styled("band").with("points", most + " " + least);
  }

  private static String points(List<Moved> days, boolean most) {
    return days.stream()
        .map(moved ->
            Words.of("%.1f,%.1f", x(moved.days()), y(most ? moved.atMost() : moved.atLeast())))
        .collect(Collectors.joining(" "));
  }

  private static Tag grid(int percent) {
    double y = y(percent / 100.0);
    return Tag.of("g")
        .add(
            Tag.of("line")
                .styled("axis")
                .with("x1", "0")
                .with("x2", String.valueOf(WIDTH))
                .with("y1", Words.of("%.1f", y))
                .with("y2", Words.of("%.1f", y)),
            label(2, (int) y - 4, percent + " %", "start"));
  }

  private static Tag label(double x, int y, String text, String anchor) {
    return Tag.of("text", text)
        .with("x", Words.of("%.1f", x))
        .with("y", String.valueOf(y))
        .with("text-anchor", anchor);
  }

  private static double x(int days) {
    return (double) WIDTH * days / DAYS;
  }

  private static double y(double share) {
    return HEIGHT - (HEIGHT - 20) * share;
  }
}
