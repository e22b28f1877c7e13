package dev.sluice.migration.repair;

import dev.sluice.api.user.UserId;

/** A user to whom something has happened at the target. */
public record Damaged(UserId id, String username, Damage damage) {
  /** How many users of each kind are named at most. */
  static final int NAMED = 1_000;
}
