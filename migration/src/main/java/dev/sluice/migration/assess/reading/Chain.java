package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.Obstacles;
import dev.sluice.migration.assess.found.People;

/**
 * What one chain of pages has shown. Each chain counts separately, so that a chain that has to be
 * read again from its start can be dropped. For one thread.
 */
public final class Chain {
  final int number;
  public final People people = new People();
  public final AttributesInUse attributes = new AttributesInUse();
  public final Obstacles obstacles = new Obstacles();

  Chain(int number) {
    this.number = number;
  }

  void add(Chain other) {
    people.add(other.people);
    attributes.add(other.attributes);
    obstacles.add(other.obstacles);
  }
}
