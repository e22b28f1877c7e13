package dev.sluice.migration.login;

import dev.sluice.api.user.Obligation;
import dev.sluice.api.user.PlannedUser;
import java.util.EnumSet;
import java.util.Set;

/** A proven user, together with what the first login has shown to be owed. */
final class Owing {
  private Owing() {}

  static PlannedUser user(FirstLoginAnswer.Proven proven) {
    Set<Obligation> owed = EnumSet.noneOf(Obligation.class);
    owed.addAll(proven.user().obligations());
    owed.addAll(proven.then());
    return proven.user().owing(owed);
  }
}
