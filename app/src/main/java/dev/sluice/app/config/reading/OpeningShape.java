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

  OpeningShape(List<Segment> segments) {
    segments.forEach(segment -> this.segments.put(segment.name(), segment));
  }

  Opening read(Section gateway) {
    boolean limited = gateway.keys().contains(OPEN);
    List<Segment> open = gateway.readSome(OPEN, SegmentShape.nameOf(segments, ""));
    boolean sent = gateway.read(OUTSIDE, SENT_TO_OLD_SYSTEM).orElse(false);
    Optional<URI> oldSystem =
        sent ? gateway.need(URL, Rule.address()) : gateway.read(URL, Rule.address());
    if (limited && gateway.absent(OPEN)) {
      problem(gateway, OPEN, "names no segment; leave it out to open the gateway to everybody");
    }
    if (!limited && gateway.keys().contains(OUTSIDE)) {
      problem(gateway, OUTSIDE, "needs " + OPEN + ": without it nobody is outside");
    }
    if (!sent && oldSystem.isPresent()) {
      problem(gateway, URL, "needs " + OUTSIDE + ": old-system");
    }
    oldSystem
        .filter(url -> url.getRawUserInfo() != null)
        .ifPresent(url -> problem(gateway, URL, "must not hold a name or password"));
    return limited ? new Opening(Optional.of(open), oldSystem) : Opening.EVERYBODY;
  }

  private static void problem(Section gateway, String key, String message) {
    gateway.problem(gateway.lineOf(key), gateway.name(key), message);
  }
}
