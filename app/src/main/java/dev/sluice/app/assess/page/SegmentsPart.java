package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.SegmentsText;
import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.segment.SegmentOverlap;
import dev.sluice.migration.segment.SegmentSizes;
import java.util.List;
import java.util.Optional;

/** The sizes of the segments and their overlaps. */
final class SegmentsPart {
  private static final int SHOWN = 50;

  private SegmentsPart() {}

  /** Returns nothing if no segments are named. */
  static Optional<Part> of(Assessment assessment) {
    SegmentSizes sizes = assessment.segments();
    if (sizes.segments().isEmpty()) {
      return Optional.empty();
    }
    long users = assessment.people().total();
    Tag body = Tag.of("div").add(sizes(sizes, users));
    List<SegmentOverlap> overlaps = SegmentsText.overlaps(sizes);
    body.add(
        overlaps.isEmpty() ? Tag.of("p", "No user is in two of them.") : overlaps(overlaps, users));
    if (overlaps.size() > SHOWN) {
      body.add(
          Tables.note(
              Words.of(
                  "sluice assess --json lists %,d smaller overlaps too.",
                  overlaps.size() - SHOWN)));
    }
    return Optional.of(
        new Part("segments", Words.of("Segments (%,d)", sizes.segments().size()), body));
  }

  private static Tag sizes(SegmentSizes sizes, long users) {
    Bars bars = Bars.among(users);
    sizes
        .segments()
        .forEach(segment -> bars.row(segment.name(), segment.words(), sizes.in(segment)));
    return bars.row("in none of them", sizes.inNone()).table("Users in each segment");
  }

  private static Tag overlaps(List<SegmentOverlap> overlaps, long users) {
    Bars bars = Bars.among(users);
    overlaps.stream().limit(SHOWN).forEach(each -> bars.row(SegmentsText.both(each), each.users()));
    return bars.table("Users in two of them");
  }
}
