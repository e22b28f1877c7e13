package dev.sluice.targets.fusionauth;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What FusionAuth supports for a user.
 *
 * <p>Not supported: {@code UPDATES} and {@code REMOVES}, because FusionAuth cannot check whether a
 * user has moved and change the user in one transaction, so that a first login could come in
 * between; {@code SECOND_FACTOR_FLAG}, because it cannot require one user to set up a factor;
 * {@code RELINKS}, because its users are linked to no source that they could be cut off from;
 * {@code READS_BACK}, because it cannot list users without a password.
 */
final class Capabilities {
  /** Describes how FusionAuth provides each capability, and what to do without it. */
  static final Map<TargetCapability, String> NOTES =
      Map.ofEntries(
          Map.entry(TargetCapability.KEEPS_ID, "`sub` is the user's id; it must be a UUID."),
          Map.entry(TargetCapability.KEEPS_CREATION_TIME, "As `insertInstant`."),
          Map.entry(
              TargetCapability.GROUPS,
              "Groups of the tenant, created if missing. They are flat: a slash stays in the"
                  + " name."),
          Map.entry(
              TargetCapability.EXTERNAL_IDENTITIES,
              "Links to identity providers, which must exist before. Imports create links, and so"
                  + " does `POST /v1/login`; the answer to a Connector cannot carry them."),
          Map.entry(
              TargetCapability.VERIFIED_FLAGS,
              "`verified`, and `data.phone_number_verified` for the phone number."),
          Map.entry(
              TargetCapability.MUST_RESET_FLAG,
              "Users have no password and set one through \"Forgot your password\"."
                  + " `passwordChangeRequired`"
                  + " is sent too; FusionAuth may not store it while there is no password."),
          Map.entry(
              TargetCapability.SECOND_FACTOR_FLAG,
              "FusionAuth requires second factors of all users of a tenant or an application, not"
                  + " of a single user, and Sluice does not let a user with two factors log in"
                  + " with one. Users who need one are refused and stay in the pool."),
          Map.entry(
              TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS,
              "Supported once `imported-users` is set: FusionAuth's documents do not say whether"
                  + " a Connector is asked about a user who was imported without a password. Test"
                  + " it with one user, or let applications call `POST /v1/login`."),
          Map.entry(
              TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS,
              "By a Generic Connector whose policy migrates, or by `POST /v1/login`."),
          Map.entry(
              TargetCapability.UPDATES,
              "FusionAuth cannot check whether a user has moved and change the user in one"
                  + " transaction, so a first login in between could be overwritten. Another"
                  + " `sluice bulk` brings new users."),
          Map.entry(
              TargetCapability.REMOVES,
              "As for changes. Manually remove users that were deleted in the pool."),
          Map.entry(
              TargetCapability.RELINKS,
              "FusionAuth's connectors belong to the tenant, not to the user: restore the tenant's"
                  + " connector policy with `sluice provision`."),
          Map.entry(
              TargetCapability.READS_BACK,
              "FusionAuth cannot list users without a password. Compare the number of users under"
                  + " Users with `sluice status`, and some users manually."));

  private Capabilities() {}

  static Set<TargetCapability> of(ImportedUsers imported) {
    Set<TargetCapability> claimed =
        EnumSet.of(
            TargetCapability.KEEPS_ID,
            TargetCapability.KEEPS_CREATION_TIME,
            TargetCapability.GROUPS,
            TargetCapability.EXTERNAL_IDENTITIES,
            TargetCapability.VERIFIED_FLAGS,
            TargetCapability.MUST_RESET_FLAG,
            TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS);
    if (imported != ImportedUsers.UNCONFIRMED) {
      claimed.add(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS);
    }
    return claimed;
  }
}
