package dev.sluice.migration.segment;

import dev.sluice.api.user.FlagText;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The conditions that one user fulfils. */
record Membership(UserRecord user, Instant now) {

  boolean fulfils(Condition.Simple condition) {
    return switch (condition) {
      case Condition.InGroup(var group) -> user.groups().contains(group);
      case Condition.EmailAt(var domain) -> emailIsAt(domain);
      case Condition.AttributeIs(var name, var value) -> isSame(value, user.attribute(name));
      case Condition.HasAttribute(var name) -> user.attribute(name) != null;
      case Condition.CreatedBefore(var time) -> user.createdAt().isBefore(time);
      case Condition.CreatedSince(var time) -> !user.createdAt().isBefore(time);
      case Condition.OlderThan(var age) -> user.createdAt().isBefore(ago(age));
      case Condition.HasStatus(var status) -> user.status() == status;
      case Condition.Enabled(var enabled) -> user.enabled() == enabled;
      case Condition.Listed(var list) -> list.names(user);
    };
  }

  /** Compares exactly; but a flag is the same flag in any case of letters. */
  private static boolean isSame(String asked, @Nullable String there) {
    boolean flags = FlagText.isFlag(asked) && FlagText.isFlag(there);
    return flags ? FlagText.isTrue(asked) == FlagText.isTrue(there) : asked.equals(there);
  }

  private boolean emailIsAt(String domain) {
    String email = user.email();
    return email != null
        && email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT).equals(domain)
        && email.indexOf('@') >= 0;
  }

  private Instant ago(Period age) {
    return now.atZone(ZoneOffset.UTC).minus(age).toInstant();
  }
}
