package dev.sluice.api.user;

import java.time.Instant;
import java.util.Comparator;

/**
 * How good a profile's claim to its email address is, where several profiles have the same one: the
 * greatest owns it. Cognito leaves profiles in the pool that have lost their address or never had
 * it: sign-ups that were given up, and profiles whose address somebody else has verified since.
 *
 * @param emailVerified weighs most: only a verified address is a login besides a username
 * @param confirmed whether the sign-up was finished
 * @param typesPassword whether its owner logs in by typing, not through another provider
 * @param changed when the profile was last changed, to the millisecond: the last to verify an
 *     address owns it
 */
public record Standing(
    boolean emailVerified,
    boolean confirmed,
    boolean typesPassword,
    boolean enabled,
    Instant changed)
    implements Comparable<Standing> {

  /** The least: of a profile of which nothing is known. */
  public static final Standing UNKNOWN = new Standing(false, false, false, false, Instant.EPOCH);

  /** The greatest: of a profile to whose owner the source has just said yes. */
  public static final Standing BEST = new Standing(true, true, true, true, Instant.MAX);

  private static final Comparator<Standing> LEAST_FIRST =
      Comparator.comparingLong(Standing::packed);

  private static final int TIME_BITS = 48;
  private static final long TIME = (1L << TIME_BITS) - 1;
  private static final long VERIFIED = 8L << TIME_BITS;
  private static final long CONFIRMED = 4L << TIME_BITS;
  private static final long TYPES = 2L << TIME_BITS;
  private static final long ENABLED = 1L << TIME_BITS;

  public static Standing of(UserRecord user) {
    return new Standing(
        user.emailVerified(),
        user.status() != SourceStatus.UNCONFIRMED,
        user.status() != SourceStatus.EXTERNAL_PROVIDER,
        user.enabled(),
        user.modifiedAt());
  }

  /** Returns the standing that {@link #packed} gave this number. */
  public static Standing unpacked(long packed) {
    return new Standing(
        (packed & VERIFIED) != 0,
        (packed & CONFIRMED) != 0,
        (packed & TYPES) != 0,
        (packed & ENABLED) != 0,
        Instant.ofEpochMilli(packed & TIME));
  }

  /** Returns a number that is greater for the better standing; 0 or more. */
  public long packed() {
    return (emailVerified ? VERIFIED : 0)
        | (confirmed ? CONFIRMED : 0)
        | (typesPassword ? TYPES : 0)
        | (enabled ? ENABLED : 0)
        | millis();
  }

  private long millis() {
    return changed.equals(Instant.MAX) ? TIME : Math.clamp(changed.toEpochMilli(), 0, TIME);
  }

  @Override
  public int compareTo(Standing other) {
    return LEAST_FIRST.compare(this, other);
  }
}
