package dev.sluice.migration.assess.found;

/**
 * How an attribute is used.
 *
 * @param name at the source
 * @param users how many have a value that is not empty
 * @param longest the longest value, in characters as Java counts them
 */
public record AttributeUse(String name, long users, int longest) {
  public AttributeUse and(AttributeUse other) {
    return new AttributeUse(name, users + other.users, Math.max(longest, other.longest));
  }
}
