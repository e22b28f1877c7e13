package dev.sluice.migration.segment;

import dev.sluice.api.user.SourceStatus;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;

/** What a user must fulfil to be in a segment. */
public sealed interface Condition {

  /** A condition that can be decided from one user alone. */
  sealed interface Simple extends Condition {}

  /** The user is in a group of the pool, whose name is compared exactly. */
  record InGroup(String group) implements Simple {}

  /** The user's email address, verified or not, is at exactly this domain, in any case. */
  record EmailAt(String domain) implements Simple {
    public EmailAt {
      domain = domain.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An attribute has exactly this value, and true or false in any case of letters; {@code sub} is
   * no attribute.
   */
  record AttributeIs(String attribute, String value) implements Simple {}

  /** An attribute exists and is not blank. */
  record HasAttribute(String attribute) implements Simple {}

  /** The profile was created earlier than this. */
  record CreatedBefore(Instant time) implements Simple {}

  /** The profile was created at this time or later. */
  record CreatedSince(Instant time) implements Simple {}

  /** The profile was created longer ago than this, by the calendar in UTC. */
  record OlderThan(Period age) implements Simple {}

  record HasStatus(SourceStatus status) implements Simple {}

  record Enabled(boolean enabled) implements Simple {}

  /** One of the user's logins, or its {@code sub}, is in a list. */
  record Listed(LoginList list) implements Simple {}

  /** The user is in another segment. */
  record InSegment(Segment segment) implements Condition {}

  /** All of them hold; without any, all users match. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** At least one of them holds; without any, no user matches. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  record Not(Condition condition) implements Condition {}
}
