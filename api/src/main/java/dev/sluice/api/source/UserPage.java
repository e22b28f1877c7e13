package dev.sluice.api.source;

import dev.sluice.api.user.UserRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a shard.
 *
 * @param users may be empty although more pages follow
 * @param next the position of the next page, null after the last
 */
public record UserPage(List<UserRecord> users, @Nullable String next) {
  public UserPage {
    users = List.copyOf(users);
  }
}
