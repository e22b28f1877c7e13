package dev.sluice.migration.assess;

/**
 * What one chain of pages has shown. Each chain counts for itself, so that one that has to be read
 * again from its start can be dropped. For one thread.
 */
final class Chain {
  final int number;
  final People people = new People();
  final AttributesInUse attributes = new AttributesInUse();
  final Obstacles obstacles = new Obstacles();

  Chain(int number) {
    this.number = number;
  }

  void add(Chain other) {
    people.add(other.people);
    attributes.add(other.attributes);
    obstacles.add(other.obstacles);
  }
}
