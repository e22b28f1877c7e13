package dev.sluice.migration.assess.found;

import java.util.Optional;

/**
 * A user, and the other one because of whom something becomes of it.
 *
 * @param other empty where it is not about another user
 */
public record Affected(Person person, Optional<Person> other) {}
