package dev.sluice.app.config.reading;

import dev.sluice.migration.segment.Opening;
import dev.sluice.migration.segment.Segment;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of the gateway that say whose passwords may move, and what the others are told. */
final class OpeningShape {
  private static final String OPEN = "open-segments";
  private static final String OUTSIDE = "outside";
  private static final String URL = "old-system-url";

  private static final Rule<Boolean> SENT_TO_OLD_SYSTEM =
      Rule.oneOf(Map.of("message", Boolean.FALSE, "old-system", Boolean.TRUE));

  private final Map<String, Segment> segments = new LinkedHashMap<>();

  private final boolean judged;

  /**
   * @param judged whether these are all segments of the file; no name is wrong otherwise
   */
  OpeningShape(List<Segment> segments, boolean judged) {
    this.judged = judged;
    segments.forEach(segment -> this.segments.put(segment.name(), segment));
  }

  Opening read(Section gateway) {
    boolean limited = gateway.keys().contains(OPEN);
    List<Segment> open = open(gateway);
    Optional<Boolean> outside = gateway.read(OUTSIDE, SENT_TO_OLD_SYSTEM);
    boolean sent = outside.orElse(false);
    Optional<URI> oldSystem =
        sent && limited ? gateway.need(URL, Rule.address()) : gateway.read(URL, Rule.address());
    if (limited && gateway.absent(OPEN)) {
      problem(gateway, OPEN, "names no segment; leave it out to open the gateway to everybody");
    }
    if (!limited && gateway.keys().contains(OUTSIDE)) {
      problem(gateway, OUTSIDE, "needs " + OPEN + ": without it nobody is outside");
    }
    boolean kept = outside.isPresent() || gateway.absent(OUTSIDE);
    if (kept && !sent && oldSystem.isPresent()) {
      problem(gateway, URL, "needs " + OUTSIDE + ": old-system");
    }
    oldSystem
        .filter(url -> url.getRawUserInfo() != null)
        .ifPresent(url -> problem(gateway, URL, "must not hold a name or password"));
    return limited ? new Opening(Optional.of(open), oldSystem) : Opening.EVERYBODY;
  }

  private List<Segment> open(Section gateway) {
    if (judged) {
      return gateway.readSome(OPEN, SegmentShape.nameOf(segments, ""));
    }
    gateway.ignore(OPEN);
    return List.of();
  }

  private static void problem(Section gateway, String key, String message) {
    gateway.problem(gateway.lineOf(key), gateway.name(key), message);
  }
}
