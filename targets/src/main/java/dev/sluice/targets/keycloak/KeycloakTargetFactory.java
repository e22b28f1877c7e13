package dev.sluice.targets.keycloak;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetLimits;
import dev.sluice.api.target.TargetOption;
import dev.sluice.api.target.provision.DispositionFile;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.provision.realm.UserProfile;
import dev.sluice.targets.option.AddressText;
import java.util.List;
import java.util.Map;

/** Opens {@code target.keycloak}. */
public final class KeycloakTargetFactory implements TargetFactory {
  /** The limits of the extension; longer values of other attributes have a separate column. */
  private static final TargetLimits LIMITS =
      new TargetLimits(
          UserProfile.DECLARABLE,
          "Keycloak cannot declare attributes with these names; it allows letters, digits, \".\","
              + " \"_\" and \"-\". sluice provision then lets administrators see and edit"
              + " undeclared attributes; or rename them under mapping.attributes.",
          36,
          255,
          Integer.MAX_VALUE);

  private static final Map<TargetCapability, String> NOTES =
      Map.ofEntries(
          Map.entry(TargetCapability.KEEPS_ID, "`sub` is the user's id, up to 36 characters."),
          Map.entry(
              TargetCapability.GROUPS, "Groups of the realm at their paths, created if missing."),
          Map.entry(
              TargetCapability.EXTERNAL_IDENTITIES,
              "Links to identity providers; they appear once the provider exists."),
          Map.entry(
              TargetCapability.VERIFIED_FLAGS,
              "`emailVerified`, and the attribute `phoneNumberVerified`."),
          Map.entry(TargetCapability.MUST_RESET_FLAG, "The required action \"Update password\"."),
          Map.entry(TargetCapability.SECOND_FACTOR_FLAG, "The required action \"Configure OTP\"."),
          Map.entry(
              TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS,
              "By Sluice's extension, which asks for the old password until it has moved."),
          Map.entry(
              TargetCapability.FIRST_LOGIN_OF_UNKNOWN_USERS,
              "By Sluice's extension, which creates the user with `sub` as the id."),
          Map.entry(
              TargetCapability.UPDATES,
              "By Sluice's extension, in the same transaction that checks that the user has not"
                  + " moved."),
          Map.entry(
              TargetCapability.REMOVES,
              "By Sluice's extension, in the same transaction that checks that the user has not"
                  + " moved."),
          Map.entry(
              TargetCapability.RELINKS,
              "By Sluice's extension, for users without a password who are no longer linked to it."),
          Map.entry(
              TargetCapability.READS_BACK,
              "By Sluice's extension, from the database, many users at a time."));

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public List<TargetOption> options() {
    return KeycloakOptions.ALL;
  }

  @Override
  public List<OptionProblem> problems(Map<String, String> values) {
    return KeycloakOptions.problems(values);
  }

  @Override
  public TargetDescription describe() {
    return KeycloakTarget.description(KeycloakOptions.AT_ONCE);
  }

  @Override
  public Map<TargetCapability, String> notes() {
    return NOTES;
  }

  @Override
  public String proof() {
    return "Tested with real Keycloak 26.3, 26.4, 26.5 and 26.7; on 26.7 with two nodes too.";
  }

  @Override
  public TargetLimits limits() {
    return LIMITS;
  }

  @Override
  public String place(Map<String, String> values) {
    KeycloakOptions options = KeycloakOptions.from(values);
    return "realm " + options.realm() + " of " + AddressText.of(options.url());
  }

  @Override
  public Target open(Map<String, String> values) {
    KeycloakOptions options = KeycloakOptions.from(values);
    return new KeycloakTarget(options, new KeycloakApi(options));
  }

  @Override
  public Map<String, String> dispositions() {
    return DispositionFile.read(KeycloakTargetFactory.class, "dispositions.properties");
  }
}
