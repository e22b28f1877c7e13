package dev.sluice.app.assess.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.app.assess.text.Leaving;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole page: one file that needs nothing else and runs no script. Its content security policy
 * forbids the browser to load anything, whatever the names of users hold.
 */
public final class AssessmentPage {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private AssessmentPage() {}

  public static String of(Assessment assessment, Leaving leaving) {
    List<Part> parts = parts(assessment, leaving);
    Tag html = Tag.of("html").with("lang", "en").add(head(assessment), body(assessment, parts));
    return "<!doctype html>\n" + html + "\n";
  }

  /** Returns the parts in reading order; a part with nothing to say is left out. */
  private static List<Part> parts(Assessment assessment, Leaving leaving) {
    return Stream.of(
            Optional.of(SignsPart.of(assessment)),
            Optional.of(PeoplePart.of(assessment)),
            GroupsPart.of(assessment),
            Optional.of(AttributesPart.of(assessment)),
            Optional.of(SharedPart.of(assessment)),
            SegmentsPart.of(assessment),
            Optional.of(ObstaclesPart.of(assessment)),
            Optional.of(DispositionsPart.of(leaving, assessment.target())),
            Optional.of(MoneyPart.of(assessment)),
            Optional.of(TimesPart.of(assessment)),
            Optional.of(ConfigurationPart.of(leaving.inventory())),
            Optional.of(PoliciesPart.of(leaving)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Tag head(Assessment assessment) {
    return Tag.of("head")
        .add(
            Tag.of("meta").with("charset", "utf-8"),
            Tag.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
            Tag.of("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"),
            Tag.of("meta").with("name", "color-scheme").with("content", "light dark"),
            Tag.of("title", "User pool " + assessment.pool().id()),
            Tag.of("style", style()));
  }

  private static Tag body(Assessment assessment, List<Part> parts) {
    Tag main = Tag.of("main").add(Tiles.of(assessment), contents(parts));
    assessment.notices().forEach(notice -> main.add(Tag.of("p", notice).styled("notice")));
    parts.forEach(part -> main.add(part.section()));
    return Tag.of("body").add(header(assessment), main, footer(assessment));
  }

  private static Tag header(Assessment assessment) {
    return Tag.of("header")
        .add(
            Tag.of("p", "Sluice · User pool assessment").styled("kicker"),
            Tag.of("h1").add(Tables.foreign(assessment.pool().name())),
            Tag.of("p")
                .styled("note")
                .text(
                    Words.of(
                        "%s · %tF %2$tR UTC",
                        assessment.pool().id(), assessment.at().atOffset(ZoneOffset.UTC))));
  }

  private static Tag contents(List<Part> parts) {
    Tag list = Tag.of("ul");
    parts.forEach(part ->
        list.add(Tag.of("li").add(Tag.of("a", part.title()).with("href", "#" + part.id()))));
    return Tag.of("nav").with("aria-label", "Contents").add(list);
  }

  private static Tag footer(Assessment assessment) {
    return Tag.of("footer")
        .add(
            Tables.note(
                assessment.mfa().isPresent()
                    ? "Sluice did not change the pool. AWS bills the lookup of second factors, as"
                        + " accepted."
                    : "Sluice did not change the pool and caused no AWS charges."),
            Tables.note("This page names users. Protect it like any list of your customers."));
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(AssessmentPage.class.getResourceAsStream("page.css"))) {
      return new String(css.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
