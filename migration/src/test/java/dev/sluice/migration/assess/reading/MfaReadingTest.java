package dev.sluice.migration.assess.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.SecondFactors;
import dev.sluice.migration.assess.found.FactorKind;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.assess.found.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MfaReadingTest {
  private static final int USERS = 1000;

  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private ScratchFile file;
  private Roster roster;

  @BeforeEach
  void fill() {
    file = ScratchFile.in(folder);
    roster = new Roster(file);
    for (int i = 0; i < USERS; i++) {
      roster.add(new Roster.Line(2, new Person("sub" + i, "user" + i)));
      roster.add(new Roster.Line(1, new Person("sub" + i, "dropped" + i)));
    }
  }

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void a_sample_has_exactly_so_many_different_users_from_everywhere() throws InterruptedException {
    MfaShares shares = read(300, user -> Optional.of(Set.of(SecondFactor.TOTP)));
    assertThat(asked)
        .hasSize(300)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("user"));
    assertThat(
            asked.stream()
                .filter(name -> name.length() == "user123".length() && name.charAt(4) > '4'))
        .hasSizeBetween(100, 200);
    assertThat(shares.asked()).isEqualTo(300);
    assertThat(shares.kinds().of(FactorKind.TOTP)).isEqualTo(300);
  }

  @Test
  void a_sample_larger_than_the_pool_is_everybody() throws InterruptedException {
    MfaShares shares = read(Long.MAX_VALUE, user -> Optional.of(Set.of()));
    assertThat(asked).hasSize(USERS).doesNotHaveDuplicates();
    assertThat(shares.sampled()).isFalse();
    assertThat(shares.kinds().of(FactorKind.NONE)).isEqualTo(USERS);
  }

  @Test
  void users_who_are_gone_meanwhile_are_told() throws InterruptedException {
    MfaShares shares =
        read(
            USERS,
            user ->
                user.equals("user7")
                    ? Optional.empty()
                    : Optional.of(Set.of(SecondFactor.SMS, SecondFactor.TOTP)));
    assertThat(shares.gone()).isEqualTo(1);
    assertThat(shares.kinds().of(FactorKind.SEVERAL)).isEqualTo(USERS - 1);
  }

  private MfaShares read(long wanted, SecondFactors factors) throws InterruptedException {
    SecondFactors counted =
        username -> {
          asked.add(username);
          return factors.of(username);
        };
    return new MfaReading(counted, USERS, wanted, new Random(5)).read(roster, chain -> chain == 2);
  }
}
