package dev.sluice.migration.assess.found;

import java.util.Comparator;

/**
 * Something about users that would cause them to be rejected.
 *
 * @param field the attribute, field or rule that it is about; empty where it is about the whole
 *     user
 */
public record Obstacle(Reason reason, String field) implements Comparable<Obstacle> {
  private static final Comparator<Obstacle> ORDER =
      Comparator.comparing(Obstacle::reason).thenComparing(Obstacle::field);

  /** The reason why users would be rejected. */
  public enum Reason {
    /** Databases such as PostgreSQL keep no NUL character, so no known target takes it. */
    NUL_CHARACTER,
    /** Longer than the configured target keeps. */
    TOO_LONG,
    /** The {@code identities} attribute is not the JSON that Cognito writes. */
    UNREADABLE_IDENTITIES,
    /** Two attributes, once renamed, have one name and different values. */
    ATTRIBUTES_COLLIDE,
    /** The username or the address belongs to a user whom the target has already. */
    TAKEN_AT_TARGET,
    /** The target's own rules refuse the user; the field is what it says. */
    REFUSED_BY_TARGET,
    /** Another user with a better claim has the same username at the target. */
    USERNAME_TAKEN,
    /** Profiles share an account at another provider, and it is not certain whose it is. */
    PERSON_UNCERTAIN
  }

  @Override
  public int compareTo(Obstacle other) {
    return ORDER.compare(this, other);
  }
}
