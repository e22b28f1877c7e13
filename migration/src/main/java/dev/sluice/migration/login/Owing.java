package dev.sluice.migration.login;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import java.util.EnumSet;
import java.util.Set;

/** Adds the actions that a first login has shown to be required to a proven user. */
final class Owing {
  private Owing() {}

  static PlannedUser user(FirstLoginAnswer.Proven proven) {
    Set<RequiredAction> owed = EnumSet.noneOf(RequiredAction.class);
    owed.addAll(proven.user().obligations());
    owed.addAll(proven.then());
    return proven.user().owing(owed);
  }
}
