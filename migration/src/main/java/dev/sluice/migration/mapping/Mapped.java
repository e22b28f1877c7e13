package dev.sluice.migration.mapping;

import dev.sluice.api.user.UserId;

/** What the mapping made of a user. */
public sealed interface Mapped permits Planned, Rejection {
  UserId id();
}
