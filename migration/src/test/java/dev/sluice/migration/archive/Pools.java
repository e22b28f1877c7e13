package dev.sluice.migration.archive;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.source.PoolInventories;
import dev.sluice.migration.archive.export.ExportReport;
import dev.sluice.migration.archive.export.ExportRun;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.run.RunListener;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Made-up pools, and exports of them. */
final class Pools {
  private static final List<SourceStatus> STATUSES = List.of(SourceStatus.values());
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T10:20:30Z"));
  static final List<UserRecord> PEOPLE = IntStream.range(0, 300).mapToObj(Pools::person).toList();

  private Pools() {}

  static FakeUserSource source() {
    FakeUserSource source = new FakeUserSource(PEOPLE).withPagesOf(7);
    source.put(new Group("nobody/../yet \u00e9", "nobody \"yet\"", 9));
    source.put(PoolInventories.everything());
    return source;
  }

  static ExportReport export(FakeUserSource source, Path directory, Recipient... recipients) {
    try {
      return new ExportRun(source, source::inOneChain, CLOCK)
          .run(directory, List.of(recipients), RunListener.SILENT);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  static UserRecord person(int n) {
    return new UserRecord(
        new UserId("%x%07d-0000-4000-8000-00000000abcd".formatted(n % 16, n)),
        "person-" + n,
        STATUSES.get(n % STATUSES.size()),
        n % 10 != 3,
        Map.of("email", "person-" + n + "@example.org", "custom:note", "line\nline \ud83e\udd80"),
        n % 7 == 0
            ? List.of(new ExternalIdentity("corp", "SAML", "id-" + n, null, false, null))
            : List.of(),
        n % 3 == 0 ? List.of("thirds", "all of them") : List.of("all of them"),
        Instant.parse("2021-02-03T04:05:06.789Z").plusSeconds(n),
        Instant.parse("2024-05-06T07:08:09Z"));
  }
}
