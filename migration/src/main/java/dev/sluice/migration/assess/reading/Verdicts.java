package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Affected;
import dev.sluice.migration.assess.found.Contested;
import dev.sluice.migration.assess.found.Obstacle;
import dev.sluice.migration.assess.found.Obstacle.Reason;
import dev.sluice.migration.assess.found.Obstacles;
import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import java.util.Optional;

/** Keeps and counts what becomes of users because of others. For one thread. */
final class Verdicts {
  private final Roster roster;
  private final ObstacleSets sets;
  private final Obstacles rejected;
  private final Contested contested;
  private final ReadingListener listener;

  Verdicts(
      Roster roster,
      ObstacleSets sets,
      Obstacles rejected,
      Contested contested,
      ReadingListener listener) {
    this.roster = roster;
    this.sets = sets;
    this.rejected = rejected;
    this.contested = contested;
    this.listener = listener;
  }

  /**
   * Settles a user; once is enough.
   *
   * @param other the user because of whom it is so
   */
  void settle(long place, Outlook outlook, Person other) {
    Roster.Line line = roster.line(place);
    if (line.fate().outlook() == outlook) {
      return;
    }
    roster.decide(place, line.fate().with(outlook));
    rejected.remove(sets.of(line.unfit()), line.person());
    Affected user = new Affected(line.person(), Optional.of(other));
    switch (outlook) {
      case WITHOUT_ADDRESS -> contested.withoutAddress().add(user);
      case MERGED -> contested.merged().add(user);
      case USERNAME_TAKEN -> rejected.add(new Obstacle(Reason.USERNAME_TAKEN, ""), user);
      case PERSON_UNCERTAIN -> rejected.add(new Obstacle(Reason.PERSON_UNCERTAIN, ""), user);
      case COMES, UNFIT -> throw new IllegalArgumentException(outlook + " is because of nobody.");
    }
    listener.foretold(line.person(), outlook);
  }

  /** Counts a user who comes with an address that is the username of another. */
  void addressIsUsername(Person user, Person other) {
    contested.addressIsUsername().add(new Affected(user, Optional.of(other)));
  }
}
