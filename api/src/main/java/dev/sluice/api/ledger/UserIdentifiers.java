package dev.sluice.api.ledger;

import dev.sluice.api.user.Standing;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * The identifiers that the ledger keeps of a user who was seen at the source: enough to find the
 * user by any login and to tell whose an address is, and nothing more.
 */
public record UserIdentifiers(
    UserId id,
    String username,
    @Nullable String email,
    @Nullable String phoneNumber,
    Standing standing) {

  /** Creates the identifiers of a user of whose standing nothing is known. */
  public UserIdentifiers(
      UserId id, String username, @Nullable String email, @Nullable String phoneNumber) {
    this(id, username, email, phoneNumber, Standing.UNKNOWN);
  }

  public static UserIdentifiers of(UserRecord user) {
    return new UserIdentifiers(
        user.id(), user.username(), user.email(), user.phoneNumber(), Standing.of(user));
  }
}
