package dev.sluice.migration.assess.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.assess.found.Collision;
import dev.sluice.migration.assess.found.Collisions;
import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.assess.reading.ValueFingerprint.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueFingerprintsTest {
  @TempDir Path folder;
  private ScratchFile markFile;
  private ScratchFile rosterFile;
  private ValueFingerprints fingerprints;
  private Roster roster;

  @BeforeEach
  void open() {
    markFile = ScratchFile.in(folder);
    rosterFile = ScratchFile.in(folder);
    fingerprints = new ValueFingerprints(markFile);
    roster = new Roster(rosterFile);
  }

  @AfterEach
  void close() {
    markFile.close();
    rosterFile.close();
  }

  @Test
  void a_mark_comes_back_as_it_was() {
    ValueFingerprint fingerprint =
        new ValueFingerprint(Kind.MEMBERSHIP, -77, true, 65_535, (1L << 42) - 1);
    assertThat(ValueFingerprint.of(-77, fingerprint.packed())).isEqualTo(fingerprint);
    ValueFingerprint other = new ValueFingerprint(Kind.EMAIL, 5, false, 0, 12);
    assertThat(ValueFingerprint.of(5, other.packed())).isEqualTo(other);
  }

  @Test
  void scratch_files_have_no_name_while_they_are_open() throws IOException {
    add(0, "ada", Kind.EMAIL, 1, false);
    try (Stream<Path> names = Files.list(folder)) {
      assertThat(names).isEmpty();
    }
  }

  @Test
  void a_value_of_very_many_users_is_counted_over_all_blocks() {
    for (int i = 0; i < 1234; i++) {
      add(0, "user" + i, Kind.PHONE, 42, false);
      add(0, "user" + i, Kind.EMAIL, -1 - i, false);
    }
    Collisions found = new Sharing(fingerprints, roster).collisions();
    assertThat(found.phones().values()).isEqualTo(1);
    assertThat(found.phones().users()).isEqualTo(1234);
    assertThat(found.phones().examples().getFirst().people())
        .hasSize(5)
        .allMatch(person -> person.username().startsWith("user"));
    assertThat(found.emails().values()).isZero();
  }

  @Test
  void native_users_and_profiles_of_providers_are_told_apart() {
    add(0, "native", Kind.EMAIL, 7, false);
    add(0, "google", Kind.EMAIL, 7, true);
    add(0, "one", Kind.EMAIL, 8, false);
    add(0, "two", Kind.EMAIL, 8, false);
    Collision emails = new Sharing(fingerprints, roster).collisions().emails();
    assertThat(emails.values()).isEqualTo(2);
    assertThat(emails.amongNative()).isEqualTo(1);
    assertThat(emails.federated()).isEqualTo(1);
  }

  @Test
  void what_was_read_of_a_dropped_chain_does_not_count() {
    add(3, "ada", Kind.USERNAME, 9, false);
    fingerprints.forget(3);
    add(4, "ada", Kind.USERNAME, 9, false);
    assertThat(new Sharing(fingerprints, roster).collisions().usernames().values()).isZero();
  }

  @Test
  void members_are_counted_by_how_many_groups_they_are_in() {
    fingerprints.add(new ValueFingerprint(Kind.MEMBERSHIP, 1, false, 1, 0));
    fingerprints.add(new ValueFingerprint(Kind.MEMBERSHIP, 1, false, 2, 0));
    fingerprints.add(new ValueFingerprint(Kind.MEMBERSHIP, 2, false, 2, 0));
    Counts<Integer> groups = new Sharing(fingerprints, roster).groupsPerMember();
    assertThat(groups.of(1)).isEqualTo(1);
    assertThat(groups.of(2)).isEqualTo(1);
    assertThat(groups.total()).isEqualTo(2);
  }

  @Test
  void the_roster_gives_everybody_back_in_order_also_the_very_long() {
    List<Person> people = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Person person = new Person("sub-" + i, i == 1500 ? "ü".repeat(70_000) : "名" + i);
      people.add(person);
      places.add(roster.add(new Roster.Line(i % 7, person)));
    }
    List<Person> read = new ArrayList<>();
    roster.forEach(line -> read.add(line.person()));
    assertThat(read).isEqualTo(people);
    assertThat(roster.at(places.get(1501))).isEqualTo(people.get(1501));
  }

  private void add(int chain, String name, Kind kind, long value, boolean federated) {
    long place = roster.add(new Roster.Line(chain, new Person(name + "-sub", name)));
    fingerprints.add(new ValueFingerprint(kind, value, federated, chain, place));
  }
}
