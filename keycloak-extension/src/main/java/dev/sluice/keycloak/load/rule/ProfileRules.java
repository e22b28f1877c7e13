package dev.sluice.keycloak.load.rule;

import dev.sluice.keycloak.wire.PlannedUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPAttributeRequired;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Finds users whom the realm's user profile would stop at every login ("Account is not fully set
 * up"), before they are in the realm. It judges as Keycloak's required action "Verify Profile"
 * does, but without the database: rules about other users are checked elsewhere. Keycloak ignores
 * rules of attributes that users may not edit, and so does this.
 */
public final class ProfileRules {
  private static final String VERIFY_PROFILE = UserModel.RequiredAction.VERIFY_PROFILE.name();
  private static final String USER = "user";

  private final RealmModel realm;
  private final List<UPAttribute> attributes;
  private final Set<String> usualScopes;
  private final ValueRules values;

  /** Reads the rules of the realm; there are none if it does not verify profiles at logins. */
  public ProfileRules(KeycloakSession session, RealmModel realm) {
    this.realm = realm;
    this.attributes =
        verifies(realm)
            ? session.getProvider(UserProfileProvider.class).getConfiguration().getAttributes()
            : List.of();
    this.usualScopes =
        realm
            .getDefaultClientScopesStream(true)
            .map(ClientScopeModel::getName)
            .collect(Collectors.toSet());
    this.values = new ValueRules(session);
  }

  private static boolean verifies(RealmModel realm) {
    RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(VERIFY_PROFILE);
    return action != null && action.isEnabled();
  }

  /** Returns which of the user's values would stop a login, and why; empty if none would. */
  public Optional<String> problem(PlannedUser user) {
    Map<String, List<String>> all = ProfileValues.of(user);
    return attributes.stream()
        .filter(this::isJudged)
        .flatMap(attribute -> problem(attribute, valuesOf(attribute, all)).stream())
        .findFirst();
  }

  private List<String> valuesOf(UPAttribute attribute, Map<String, List<String>> all) {
    // Such a realm judges the email address as the username, too.
    String name =
        attribute.getName().equals(UserModel.USERNAME) && realm.isRegistrationEmailAsUsername()
            ? UserModel.EMAIL
            : attribute.getName();
    return all.getOrDefault(name, List.of());
  }

  private Optional<String> problem(UPAttribute attribute, List<String> value) {
    if (value.stream().allMatch(String::isBlank)) {
      return isRequired(attribute)
          ? Optional.of(
              ("the realm's user profile requires %s, which the user does not have: add it in the"
                      + " pool, or do not require it of users (Realm settings, User profile)")
                  .formatted(ProfileValues.words(attribute.getName())))
          : Optional.empty();
    }
    return values
        .violated(attribute, value)
        .map(rule ->
            ("the realm's user profile does not accept %s (rule \"%s\"), so the user could not log"
                    + " in: change it in the pool, or relax the rule (Realm settings, User profile)")
                .formatted(ProfileValues.words(attribute.getName()), rule));
  }

  private boolean isJudged(UPAttribute attribute) {
    boolean editable = isEditable(attribute);
    return switch (attribute.getName()) {
      case UserModel.USERNAME ->
          editable && (realm.isEditUsernameAllowed() || realm.isRegistrationEmailAsUsername());
      case UserModel.EMAIL ->
          editable && (realm.isEditUsernameAllowed() || !realm.isRegistrationEmailAsUsername());
      default -> editable && isShown(attribute);
    };
  }

  private static boolean isEditable(UPAttribute attribute) {
    UPAttributePermissions permissions = attribute.getPermissions();
    boolean none = permissions == null || permissions.isEmpty();
    boolean keycloaks =
        attribute.getName().equals(UserModel.USERNAME)
            || attribute.getName().equals(UserModel.EMAIL);
    return none ? keycloaks : permissions.getEdit().contains(USER);
  }

  private boolean isShown(UPAttribute attribute) {
    return attribute.getSelector() == null || isUsual(attribute.getSelector().getScopes());
  }

  private boolean isRequired(UPAttribute attribute) {
    if (attribute.getName().equals(UserModel.EMAIL) && realm.isRegistrationEmailAsUsername()) {
      return true;
    }
    UPAttributeRequired required = attribute.getRequired();
    if (required == null || attribute.getName().equals(UserModel.USERNAME)) {
      return false;
    }
    boolean ofUsers =
        required.isAlways() || (required.getRoles() != null && required.getRoles().contains(USER));
    boolean byScope = required.getScopes() != null && !required.getScopes().isEmpty();
    return (ofUsers || byScope) && isUsual(required.getScopes());
  }

  /** Tells whether clients have one of these scopes by default; without scopes it is for all. */
  private boolean isUsual(Set<String> scopes) {
    return scopes == null || scopes.isEmpty() || scopes.stream().anyMatch(usualScopes::contains);
  }
}
