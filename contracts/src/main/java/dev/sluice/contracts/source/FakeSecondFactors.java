package dev.sluice.contracts.source;

import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.SecondFactors;
import dev.sluice.api.source.SourceException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A source whose second factors are set by the test. All other users are unknown. */
public final class FakeSecondFactors implements SecondFactors {
  private final Map<String, Set<SecondFactor>> users = new ConcurrentHashMap<>();
  private volatile Optional<Boolean> everybody = Optional.empty();
  private volatile boolean down;

  /** Gives this user these factors from now on. */
  public void has(String username, SecondFactor... factors) {
    users.put(username, Set.of(factors));
  }

  /** Makes all users alike from now on. */
  public void everybody(boolean hasOne) {
    everybody = Optional.of(hasOne);
  }

  /** Makes every question fail from now on. */
  public void goDown() {
    down = true;
  }

  @Override
  public Optional<Set<SecondFactor>> of(String username) {
    requireUp();
    return Optional.ofNullable(users.get(username));
  }

  @Override
  public Optional<Boolean> ofEverybody() {
    requireUp();
    return everybody;
  }

  private void requireUp() {
    if (down) {
      throw new SourceException("The made-up source is down.");
    }
  }
}
