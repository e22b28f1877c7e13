package dev.sluice.migration.assess.found;

import java.util.List;

/**
 * A value that several users have. The value itself is not kept.
 *
 * @param users how many have it
 * @param federated how many of them are profiles that an identity provider created
 * @param people some of them, at most 5
 */
public record SharedValue(long users, long federated, List<Person> people) {
  public SharedValue {
    people = List.copyOf(people);
  }
}
