package dev.sluice.migration.assess;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.source.PoolDescription;
import dev.sluice.api.source.UserSource;
import dev.sluice.migration.assess.AssessQuestion.Mfa;
import dev.sluice.migration.assess.estimate.Costs;
import dev.sluice.migration.assess.estimate.ExportTime;
import dev.sluice.migration.assess.estimate.Times;
import dev.sluice.migration.assess.found.AttributeUse;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.GroupSize;
import dev.sluice.migration.assess.found.Groups;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.assess.reading.Chain;
import dev.sluice.migration.assess.reading.MfaReading;
import dev.sluice.migration.assess.reading.Notices;
import dev.sluice.migration.assess.reading.ObstacleCheck;
import dev.sluice.migration.assess.reading.PoolReading;
import dev.sluice.migration.assess.reading.ReadingListener;
import dev.sluice.migration.assess.reading.Roster;
import dev.sluice.migration.assess.reading.ScratchFile;
import dev.sluice.migration.assess.reading.SegmentFingerprints;
import dev.sluice.migration.assess.reading.Sharing;
import dev.sluice.migration.assess.reading.TargetRules;
import dev.sluice.migration.assess.reading.ValueFingerprints;
import dev.sluice.migration.segment.SegmentFacts;
import dev.sluice.migration.segment.SegmentSizes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a pool once and reports what was found. */
public final class Assess {
  private static final String NOT_ASKED =
      "The target was not asked which users its own rules refuse, so those are not counted: ";

  private final UserSource source;
  private final AssessQuestion question;
  private final InstantSource clock;

  public Assess(UserSource source, AssessQuestion question, InstantSource clock) {
    this.source = source;
    this.question = question;
    this.clock = clock;
  }

  /**
   * Reads every user and every group once.
   *
   * @throws dev.sluice.api.source.SourceException when the source cannot be read
   * @throws java.io.UncheckedIOException when the scratch files cannot be written
   */
  public Assessment run(ReadingListener listener) throws InterruptedException {
    try (ScratchFile markFile = ScratchFile.in(question.scratch());
        ScratchFile rosterFile = ScratchFile.in(question.scratch())) {
      ValueFingerprints fingerprints = new ValueFingerprints(markFile);
      Roster roster = new Roster(rosterFile);
      SegmentFacts facts = new SegmentFacts(question.segments(), clock.instant());
      SegmentFingerprints segments = new SegmentFingerprints(facts);
      PoolDescription pool = source.describe();
      PoolInventory inventory = source.inventory();
      Notices notices = new Notices(listener);
      if (!question.rules().whyNotAsked().isEmpty()) {
        notices.noticed(NOT_ASKED + question.rules().whyNotAsked());
      }
      PoolReading reading =
          new PoolReading(
              source,
              new ObstacleCheck(
                  question.mapping().of(pool.logins()),
                  question.limits(),
                  question.rules().target().map(target -> new TargetRules(target, notices))),
              fingerprints,
              roster,
              segments,
              pool.estimatedUsers(),
              notices);
      List<GroupSize> groups = reading.groups();
      Chain users = reading.users();
      notices.missingGroups(facts.groups().keySet(), groups);
      Contested contested = reading.foretell();
      Sharing sharing = new Sharing(fingerprints, roster);
      Optional<MfaShares> mfa = mfa(users.people.total(), fingerprints, roster);
      long scratch = markFile.size() + rosterFile.size();
      return result(
          pool,
          inventory,
          users,
          groups,
          contested,
          sharing,
          segments.sizes(fingerprints),
          mfa,
          notices.all(),
          scratch);
    }
  }

  private Optional<MfaShares> mfa(long users, ValueFingerprints fingerprints, Roster roster)
      throws InterruptedException {
    if (question.mfa().isEmpty()) {
      return Optional.empty();
    }
    Mfa wanted = question.mfa().get();
    return Optional.of(
        new MfaReading(wanted.factors(), users, wanted.users(), new SecureRandom())
            .read(roster, fingerprints::knows));
  }

  private Assessment result(
      PoolDescription pool,
      PoolInventory inventory,
      Chain users,
      List<GroupSize> sizes,
      Contested contested,
      Sharing sharing,
      SegmentSizes segments,
      Optional<MfaShares> mfa,
      List<String> notices,
      long scratch) {
    Costs costs =
        Costs.of(
            question.prices(), inventory.pool().tier(), users.people, question.monthlyActive());
    ExportTime export =
        ExportTime.of(
            question.requestsPerSecond(), users.people.total(), source.shards().size(), sizes);
    Times times = Times.of(export, question.importRate(), users.people, costs);
    List<AttributeUse> attributes = users.attributes.all();
    List<String> otherNames = otherNames(attributes);
    return new Assessment(
        clock.instant(),
        pool,
        inventory,
        question.target(),
        users.people,
        groups(sizes, sharing.groupsPerMember(), users.people.total()),
        attributes,
        otherNames,
        otherNames.isEmpty() ? "" : question.limits().otherNames(),
        users.obstacles,
        contested,
        sharing.collisions(),
        segments,
        mfa,
        costs,
        times,
        Signs.of(inventory, users.people, costs, mfa),
        notices,
        scratch);
  }

  private List<String> otherNames(List<AttributeUse> attributes) {
    return question
        .mapping()
        .attributeNamesAtTarget(attributes.stream().map(AttributeUse::name).toList())
        .stream()
        .filter(name -> !question.limits().declarable().matcher(name).matches())
        .toList();
  }

  private static Groups groups(List<GroupSize> sizes, Counts<Integer> perMember, long users) {
    List<GroupSize> sorted = new ArrayList<>(sizes);
    sorted.sort(Comparator.comparingLong(GroupSize::members).reversed());
    long members = perMember.total();
    return new Groups(
        sorted,
        Math.max(0, users - members),
        perMember.of(1),
        members - perMember.of(1),
        perMember.isEmpty() ? 0 : Collections.max(perMember.inOrder().keySet()));
  }
}
