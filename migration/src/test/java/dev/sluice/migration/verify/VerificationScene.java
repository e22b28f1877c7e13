package dev.sluice.migration.verify;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.ledger.Change;
import dev.sluice.api.ledger.Ledger;
import dev.sluice.api.ledger.LedgerEntry;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.ledger.jdbc.LedgerStore;
import dev.sluice.migration.run.RunProgress;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.sync.SyncScene;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pool and a target after a bulk run, and what a verification says of them. */
final class VerificationScene implements AutoCloseable {
  private final Path dir;
  private final SyncScene sync;
  private final List<Disagreement> heard = new ArrayList<>();

  VerificationScene(Path dir, List<UserRecord> people) {
    this(dir, people, new FakeTarget());
  }

  VerificationScene(Path dir, List<UserRecord> people, FakeTarget target) {
    this.dir = dir;
    this.sync = new SyncScene(dir, people, target);
  }

  void bulk() throws InterruptedException {
    sync.bulk();
  }

  void bulk(MigrationMode mode) throws InterruptedException {
    sync.bulk(mode);
  }

  FakeUserSource source() {
    return sync.source;
  }

  FakeTarget target() {
    return sync.target;
  }

  Ledger ledger() {
    return sync.store.ledger();
  }

  LedgerEntry entry(UserId id) {
    return sync.entry(id);
  }

  /** What the last verification was told. */
  List<Disagreement> heard() {
    return heard;
  }

  VerificationReport verify() throws InterruptedException {
    return verify(MigrationMode.HYBRID, Optional.empty());
  }

  VerificationReport verify(MigrationMode mode, Optional<Segment> only)
      throws InterruptedException {
    heard.clear();
    String file = "scratch" + UUID.randomUUID() + ".db";
    try (LedgerStore scratch = LedgerStore.open("jdbc:sqlite:" + dir.resolve(file))) {
      return new Verification(
              sync.source,
              SyncScene.mapping(mode),
              sync.target,
              sync.store.ledger(),
              sync.store.scans(),
              scratch.runs(),
              InstantSource.system())
          .run(only, new Listener());
    }
  }

  /** As a first login does. */
  void moved(UserId id) {
    sync.target.keepPassword(id);
    sync.store.ledger().move("test", Change.migrated(id, MovedBy.PASSWORD));
  }

  /** A user with another email address and other attributes. */
  PlannedUser changed(UserId id, String email, Map<String, List<String>> attributes) {
    PlannedUser there = sync.target.stored(id).orElseThrow();
    Map<String, List<String>> all = new HashMap<>(attributes);
    all.put("of-the-realm", List.of("no difference"));
    return with(there, there.enabled(), email, there.emailVerified(), all, there.groups());
  }

  /** A user in other groups. */
  PlannedUser withGroups(UserId id, List<String> groups) {
    PlannedUser there = sync.target.stored(id).orElseThrow();
    return with(there, there.enabled(), there.email(), false, there.attributes(), groups);
  }

  /** A user who is enabled and verified. */
  static PlannedUser trusted(PlannedUser there) {
    return with(there, true, there.email(), true, there.attributes(), there.groups());
  }

  private static PlannedUser with(
      PlannedUser there,
      boolean enabled,
      @Nullable String email,
      boolean emailVerified,
      Map<String, List<String>> attributes,
      List<String> groups) {
    return new PlannedUser(
        there.id(),
        there.username(),
        enabled,
        email,
        emailVerified,
        there.phoneNumber(),
        there.phoneNumberVerified(),
        there.givenName(),
        there.familyName(),
        attributes,
        groups,
        there.identities(),
        there.firstPassword(),
        there.obligations(),
        there.createdAt());
  }

  @Override
  public void close() {
    sync.close();
  }

  private final class Listener implements VerificationListener {
    @Override
    public void progressed(RunProgress progress) {}

    @Override
    public void noticed(String notice) {}

    @Override
    public void disagreed(Disagreement disagreement) {
      heard.add(disagreement);
    }
  }
}
