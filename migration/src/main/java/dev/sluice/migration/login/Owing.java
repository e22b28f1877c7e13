package dev.sluice.migration.login;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import java.util.EnumSet;
import java.util.Set;

/** A proven user, together with what the first login has shown to be owed. */
final class Owing {
  private Owing() {}

  static PlannedUser user(FirstLoginAnswer.Proven proven) {
    Set<RequiredAction> owed = EnumSet.noneOf(RequiredAction.class);
    owed.addAll(proven.user().obligations());
    owed.addAll(proven.then());
    return proven.user().owing(owed);
  }
}
