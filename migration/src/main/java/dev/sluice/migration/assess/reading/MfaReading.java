package dev.sluice.migration.assess.reading;

import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.SecondFactors;
import dev.sluice.migration.assess.found.Counts;
import dev.sluice.migration.assess.found.FactorKind;
import dev.sluice.migration.assess.found.MfaShares;
import dev.sluice.migration.run.AtOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Looks up the second factors of all users, or of a random sample in which each user is equally
 * likely.
 */
public final class MfaReading {
  private static final int BATCH = 256;
  private static final int AT_ONCE = 64;

  private final SecondFactors factors;
  private final long population;
  private final long wanted;
  private final RandomGenerator random;
  private final Counts<FactorKind> kinds = new Counts<>();
  private final List<String> batch = new ArrayList<>();
  private long seen;
  private long asked;
  private long gone;

  /**
   * @param wanted how many users to look up; more than there are for all
   */
  public MfaReading(SecondFactors factors, long population, long wanted, RandomGenerator random) {
    this.factors = factors;
    this.population = population;
    this.wanted = Math.min(wanted, population);
    this.random = random;
  }

  public MfaShares read(Roster roster, Predicate<Integer> knownChain) throws InterruptedException {
    for (Roster.Line line : roster) {
      if (knownChain.test(line.chain()) && chosen()) {
        batch.add(line.person().username());
      }
      if (batch.size() == BATCH) {
        ask();
      }
    }
    ask();
    return new MfaShares(population, asked, gone, kinds);
  }

  /** Takes each user with the chance that still fills the sample (Knuth, algorithm S). */
  private boolean chosen() {
    long rest = population - seen++;
    return random.nextLong(rest) < wanted - asked - batch.size();
  }

  private void ask() throws InterruptedException {
    AtOnce.forEach(batch, AT_ONCE, this::ask);
    asked += batch.size();
    batch.clear();
  }

  private void ask(String username) {
    Optional<Set<SecondFactor>> found = factors.of(username);
    synchronized (this) {
      found.ifPresentOrElse(set -> kinds.add(FactorKind.of(set)), () -> gone++);
    }
  }
}
