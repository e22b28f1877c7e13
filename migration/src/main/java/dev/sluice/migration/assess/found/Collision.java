package dev.sluice.migration.assess.found;

import java.util.List;

/**
 * Values of one kind that several users have.
 *
 * @param values how many such values there are
 * @param users how many users have one of them
 * @param amongNative how many of the values are shared by at least two users who are not profiles
 *     of an identity provider
 * @param federated how many of the users are profiles that an identity provider created
 * @param examples some of the values, at most 1,000
 */
public record Collision(
    long values, long users, long amongNative, long federated, List<SharedValue> examples) {
  /** How many examples are kept. */
  public static final int EXAMPLES = 1000;

  public Collision {
    examples = List.copyOf(examples);
  }
}
