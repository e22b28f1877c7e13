package dev.sluice.migration.mapping;

import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;

/** A user who can be written. */
public record Planned(PlannedUser user) implements Mapped {
  @Override
  public UserId id() {
    return user.id();
  }
}
