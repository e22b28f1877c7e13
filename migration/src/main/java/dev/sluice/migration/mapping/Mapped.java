package dev.sluice.migration.mapping;

import dev.sluice.api.user.UserId;

/** The result of mapping a user. */
public sealed interface Mapped permits Planned, Rejection {
  UserId id();
}
