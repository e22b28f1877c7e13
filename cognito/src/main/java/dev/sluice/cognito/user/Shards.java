package dev.sluice.cognito.user;

import dev.sluice.api.source.Shard;
import dev.sluice.api.user.UserId;
import dev.sluice.cognito.call.Reading;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the pool by the first digit of {@code sub}. On newer pools every second of its first eight
 * digits is the same for all users of a Region, so one digit gives balanced shards and two do not.
 */
public final class Shards {
  private static final String DIGITS = "0123456789abcdef";
  private static final String PREFIX = "sub-";
  private static final Shard ALL = new Shard("all");

  /** Beside the shards by digit, for those whom they do not hold. */
  private static final Shard WHOLE = new Shard("whole");

  private final List<Shard> all;

  public Shards(Reading reading) {
    this.all =
        switch (reading) {
          case SHARDED ->
              DIGITS.chars().mapToObj(digit -> new Shard(PREFIX + (char) digit)).toList();
          case ONE_CHAIN -> List.of(ALL);
        };
  }

  /** Returns the filter of {@code ListUsers} that selects one user. */
  public static String filter(UserId id) {
    return filter("sub", id.value());
  }

  /**
   * Returns the filter of {@code ListUsers} for one value of an attribute; quotes in it are escaped
   * (service model).
   */
  public static String filter(String attribute, String value) {
    return attribute + " = \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  public List<Shard> all() {
    return all;
  }

  /** Returns the shard of the whole pool, if the others may not hold everybody. */
  public Optional<Shard> whole() {
    return all.contains(ALL) ? Optional.empty() : Optional.of(WHOLE);
  }

  /** Returns whether a shard can hold this user: its sub begins with one of the digits. */
  public boolean hold(UserId id) {
    return all.contains(ALL) || DIGITS.indexOf(id.value().charAt(0)) >= 0;
  }

  /** Returns the filter of {@code ListUsers} that selects a shard, null for the whole pool. */
  @Nullable
  public String filter(Shard shard) {
    if (whole().filter(shard::equals).isPresent()) {
      return null;
    }
    if (!all.contains(shard)) {
      throw new IllegalArgumentException("This source has no shard \"" + shard.name() + "\".");
    }
    return shard.equals(ALL) ? null : "sub ^= \"" + shard.name().substring(PREFIX.length()) + "\"";
  }
}
