package dev.sluice.migration.assess.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.migration.assess.reading.ValueFingerprint.Kind;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.segment.SegmentFacts;
import dev.sluice.migration.segment.SegmentSizes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentFingerprintsTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Segment BETA = new Segment("beta", new Condition.InGroup("beta"));
  private static final Segment PAYING =
      new Segment("paying", new Condition.AttributeIs("custom:plan", "gold"));
  private static final Segment OTHERS =
      new Segment(
          "others",
          new Condition.Not(
              new Condition.Any(
                  List.of(new Condition.InSegment(BETA), new Condition.InSegment(PAYING)))));

  private final KeyedHash hash = new KeyedHash();
  @TempDir Path folder;
  private ScratchFile file;
  private ValueFingerprints fingerprints;

  @BeforeEach
  void open() {
    file = ScratchFile.in(folder);
    fingerprints = new ValueFingerprints(file);
  }

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void groups_and_what_users_have_come_together_also_when_groups_are_read_first() {
    SegmentFingerprints segments = marks(BETA, PAYING, OTHERS);
    member(segments, "beta", 0, 1);
    member(segments, "another", 2);
    IntStream.range(0, 4).forEach(number -> add(segments, 7, number, number % 2 == 0));

    SegmentSizes sizes = segments.sizes(fingerprints);
    assertThat(sizes.in(BETA)).isEqualTo(2);
    assertThat(sizes.in(PAYING)).isEqualTo(2);
    assertThat(sizes.in(OTHERS)).isEqualTo(1);
    assertThat(sizes.inBoth(BETA, PAYING)).isEqualTo(1);
    assertThat(sizes.inBoth(BETA, OTHERS)).isZero();
    assertThat(sizes.inNone()).isZero();
  }

  @Test
  void a_member_who_is_no_user_any_more_and_a_dropped_chain_do_not_count() {
    SegmentFingerprints segments = marks(BETA);
    member(segments, "beta", 0, 1, 2);
    add(segments, 7, 0, false);
    add(segments, 8, 1, false);
    fingerprints.forget(7);

    SegmentSizes sizes = segments.sizes(fingerprints);
    assertThat(sizes.in(BETA)).isEqualTo(1);
    assertThat(sizes.inNone()).isZero();
  }

  @Test
  void more_is_asked_than_one_mark_can_hold() {
    List<Segment> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(new Segment("s" + i, new Condition.AttributeIs("custom:plan", "plan" + i)));
    }
    many.add(PAYING);
    many.add(BETA);
    SegmentFingerprints segments = marks(many.toArray(Segment[]::new));
    member(segments, "beta", 3);
    IntStream.range(0, 10).forEach(number -> add(segments, 7, number, number % 2 == 1));

    SegmentSizes sizes = segments.sizes(fingerprints);
    assertThat(sizes.in(PAYING)).isEqualTo(5);
    assertThat(sizes.in(many.get(30))).isZero();
    assertThat(sizes.inBoth(PAYING, BETA)).isEqualTo(1);
    assertThat(sizes.inNone()).isEqualTo(5);
  }

  private static SegmentFingerprints marks(Segment... segments) {
    return new SegmentFingerprints(new SegmentFacts(List.of(segments), NOW));
  }

  private void member(SegmentFingerprints segments, String group, int... numbers) {
    for (int number : numbers) {
      long fingerprint = SegmentFingerprints.fingerprint(hash, id(number));
      fingerprints.add(
          new ValueFingerprint(Kind.MEMBERSHIP, fingerprint, false, 1, segments.placeOf(group)));
    }
  }

  private void add(SegmentFingerprints segments, int chain, int number, boolean paying) {
    UserRecord user =
        new UserRecord(
            id(number),
            "user" + number,
            SourceStatus.CONFIRMED,
            true,
            paying ? Map.of("custom:plan", "gold") : Map.of(),
            List.of(),
            List.of(),
            NOW,
            NOW);
    segments.add(user, chain, fingerprints, hash);
  }

  private static UserId id(int number) {
    return new UserId("id-" + number);
  }
}
