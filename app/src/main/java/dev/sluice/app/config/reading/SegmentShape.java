package dev.sluice.app.config.reading;

import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands under {@code segments}: names, each with a condition. */
final class SegmentShape {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  SegmentShape(Path folder) {
    this.folder = folder;
  }

  /** The segments in their order; one may name those above it, so that none can name itself. */
  List<Segment> read(Section section) {
    Map<String, Segment> above = new LinkedHashMap<>();
    for (String name : section.keys()) {
      if (!NAME.matcher(name).matches()) {
        section.problem(
            section.lineOf(name),
            section.name(name),
            "is no name for a segment; expected small letters, digits and hyphens, at most 40");
      }
      ConditionShape condition = new ConditionShape(folder, above);
      above.put(name, new Segment(name, condition.read(section.part(name))));
    }
    return new ArrayList<>(above.values());
  }

  /** The name of one of these segments. */
  static Rule<Segment> nameOf(Map<String, Segment> segments, String where) {
    List<String> names = List.copyOf(segments.keySet());
    return new Rule<>(
        "a segment" + where + (names.isEmpty() ? "" : ": " + String.join(", ", names)),
        false,
        names,
        name -> Optional.ofNullable(segments.get(name)));
  }
}
