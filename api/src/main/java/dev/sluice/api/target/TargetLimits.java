package dev.sluice.api.target;

import java.util.regex.Pattern;

/**
 * What a target cannot keep of a user, as far as it can be said without asking it.
 *
 * @param declarable the names that attributes can have without further setup
 * @param otherNames what becomes of an attribute of another name, and what to do, for a person
 * @param longestId characters of an id
 * @param longestField characters of a username, email address, given or family name
 * @param longestValue characters of any other attribute's value
 */
public record TargetLimits(
    Pattern declarable, String otherNames, int longestId, int longestField, int longestValue) {

  /** The limits of a target that says nothing of its limits. */
  public static final TargetLimits UNKNOWN =
      new TargetLimits(
          Pattern.compile(".*", Pattern.DOTALL),
          "",
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);
}
