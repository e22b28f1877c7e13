package dev.sluice.contracts.target;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that a target in memory was set to have. For one thread at a time. */
final class Troubles {
  private static final String BUSY = "The target was told to be busy.";

  private final Map<UserId, String> refusals = new HashMap<>();
  private int callsToPutOff;
  private Duration putOffFor = Duration.ZERO;
  private TargetLimits limits = TargetLimits.UNKNOWN;
  private @Nullable Integer usersUntilDeath;

  void putOff(int calls, Duration after) {
    callsToPutOff = calls;
    putOffFor = after;
  }

  /** Returns whether this call is put off. */
  boolean putOff() {
    boolean putOff = callsToPutOff > 0;
    callsToPutOff -= putOff ? 1 : 0;
    return putOff;
  }

  WriteOutcome writeLater(UserId id) {
    return new WriteOutcome.TryLater(id, putOffFor, BUSY);
  }

  UpdateOutcome updateLater(UserId id) {
    return new UpdateOutcome.TryLater(id, putOffFor, BUSY);
  }

  void refuse(UserId id, String problem) {
    refusals.put(id, problem);
  }

  void accept(UserId id) {
    refusals.remove(id);
  }

  Optional<String> refusal(UserId id) {
    return Optional.ofNullable(refusals.get(id));
  }

  /** Refuses what is not within these limits from now on. */
  void limits(TargetLimits most) {
    limits = most;
  }

  /** Returns why the target can never keep a user; empty when it can. */
  Optional<String> unfit(PlannedUser user) {
    boolean fits =
        isWithin(user.id().value(), limits.longestId())
            && isWithin(user.username(), limits.longestField())
            && isWithin(user.email(), limits.longestField())
            && isWithin(user.givenName(), limits.longestField())
            && isWithin(user.familyName(), limits.longestField())
            && isWithin(user.phoneNumber(), limits.longestValue())
            && user.attributes().values().stream()
                .flatMap(List::stream)
                .allMatch(value -> isWithin(value, limits.longestValue()));
    return fits ? Optional.empty() : Optional.of("A value is too long, or has a NUL character.");
  }

  private static boolean isWithin(@Nullable String value, int most) {
    return value == null || (value.length() <= most && value.indexOf('\0') < 0);
  }

  void dieAfter(int moreUsers) {
    usersUntilDeath = moreUsers;
  }

  /**
   * Counts one more user who is about to be written.
   *
   * @throws TargetException when the time has come
   */
  void dieIfDue() {
    if (usersUntilDeath == null) {
      return;
    }
    if (usersUntilDeath == 0) {
      usersUntilDeath = null;
      throw new TargetException("The target was told to die in the middle of a batch.");
    }
    usersUntilDeath--;
  }
}
