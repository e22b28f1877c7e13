package dev.sluice.targets.fusionauth;

import dev.sluice.api.target.TargetCapability;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What FusionAuth can do for a user.
 *
 * <p>Not claimed: {@code UPDATES} and {@code REMOVES}, for nothing at FusionAuth looks at whether a
 * user has moved and changes the user in one transaction, so that a first login could come in
 * between; {@code SECOND_FACTOR_FLAG}, for it cannot demand of one user to set up a factor; {@code
 * READS_BACK}, for it cannot list those who have no password.
 */
final class Capabilities {
  /** How FusionAuth does what it can, and what to do about what it cannot. */
  static final Map<TargetCapability, String> NOTES =
      Map.ofEntries(
          Map.entry(TargetCapability.KEEPS_ID, "`sub` is the user's id; it must be a UUID."),
          Map.entry(TargetCapability.KEEPS_CREATION_TIME, "As `insertInstant`."),
          Map.entry(
              TargetCapability.GROUPS,
              "Groups of the tenant, made where they are missing. They are flat: a slash stays in"
                  + " the name."),
          Map.entry(
              TargetCapability.EXTERNAL_IDENTITIES,
              "Links to identity providers, which must be there before. Imports make them, and `POST"
                  + " /v1/login` does; the yes to a Connector has no room for them."),
          Map.entry(
              TargetCapability.VERIFIED_FLAGS,
              "`verified`, and `data.phone_number_verified` for the phone number."),
          Map.entry(
              TargetCapability.MUST_RESET_FLAG,
              "Users have no password, and set one by \"Forgot your password\". `passwordChangeRequired`"
                  + " is sent too; FusionAuth may not keep it while there is no password."),
          Map.entry(
              TargetCapability.SECOND_FACTOR_FLAG,
              "FusionAuth demands second factors of all users of a tenant or an application, not of"
                  + " one user, and nobody who had two is let in with one. Users who need one are"
                  + " refused and stay in the pool."),
          Map.entry(
              TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS,
              "Claimed once `imported-users` says how: FusionAuth's documents do not say whether a"
                  + " Connector is asked about a user who was imported without a password. Try it"
                  + " with one user, or let applications call `POST /v1/login`."),
          Map.entry(
              TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS,
              "By a Generic Connector whose policy migrates, or by `POST /v1/login`."),
          Map.entry(
              TargetCapability.UPDATES,
              "FusionAuth cannot look at whether a user has moved and change the user in one go, so"
                  + " that a first login could come in between and be overwritten. New users come"
                  + " with another `sluice bulk`."),
          Map.entry(
              TargetCapability.REMOVES,
              "As for changes. Remove by hand who was deleted in the pool."),
          Map.entry(
              TargetCapability.READS_BACK,
              "FusionAuth cannot list who has no password yet. Compare the number of users under"
                  + " Users with `sluice status`, and some users by hand."));

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
