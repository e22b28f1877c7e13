package dev.sluice.api.source;

import dev.sluice.api.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a group's members.
 *
 * @param next the position of the next page, null after the last
 */
public record MemberPage(List<UserId> members, @Nullable String next) {
  public MemberPage {
    members = List.copyOf(members);
  }
}
