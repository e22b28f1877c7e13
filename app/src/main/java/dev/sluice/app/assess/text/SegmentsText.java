package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.segment.SegmentOverlap;
import dev.sluice.migration.segment.SegmentSizes;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Formats the sizes and overlaps of segments as lines and as JSON. */
public final class SegmentsText {
  private static final int OVERLAPS = 20;

  private SegmentsText() {}

  /** Returns nothing if no segments are named. */
  static List<String> lines(Assessment assessment) {
    SegmentSizes sizes = assessment.segments();
    List<String> lines = new ArrayList<>();
    if (sizes.segments().isEmpty()) {
      return lines;
    }
    long users = assessment.people().total();
    lines.addAll(List.of("", "Segments"));
    sizes
        .segments()
        .forEach(segment -> {
          lines.add(row(segment.name(), sizes.in(segment), users));
          lines.add("    " + Plain.all(segment.words()));
        });
    lines.add(row("in none of them", sizes.inNone(), users));
    List<SegmentOverlap> overlaps = overlaps(sizes);
    lines.add(overlaps.isEmpty() ? "  No user is in two of them." : "  In two of them");
    overlaps.stream()
        .limit(OVERLAPS)
        .forEach(each -> lines.add(row("  " + both(each), each.users(), users)));
    if (overlaps.size() > OVERLAPS) {
      lines.add(Words.of("    and %,d smaller overlaps: see --json", overlaps.size() - OVERLAPS));
    }
    return lines;
  }

  private static String row(String name, long count, long users) {
    return Words.of("  %-46s %,12d  %7s", name, count, Words.percent(count, users));
  }

  /** Returns the overlaps that have users, largest first. */
  public static List<SegmentOverlap> overlaps(SegmentSizes sizes) {
    return sizes.overlaps().stream().filter(each -> each.users() > 0).toList();
  }

  public static String both(SegmentOverlap overlap) {
    return overlap.one().name() + " and " + overlap.other().name();
  }

  /** Returns null if no segments are named. */
  static JsonNode json(SegmentSizes sizes) {
    if (sizes.segments().isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode all = json.putArray("all");
    sizes
        .segments()
        .forEach(segment ->
            all.addObject()
                .put("name", segment.name())
                .put("who", segment.words())
                .put("users", sizes.in(segment)));
    json.put("usersInNone", sizes.inNone());
    ArrayNode overlaps = json.putArray("overlaps");
    sizes
        .overlaps()
        .forEach(each ->
            overlaps
                .addObject()
                .put("one", each.one().name())
                .put("other", each.other().name())
                .put("users", each.users()));
    return json;
  }
}
