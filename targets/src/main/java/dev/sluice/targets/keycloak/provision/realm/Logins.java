package dev.sluice.targets.keycloak.provision.realm;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.target.provision.ProvisionRequest;
import java.util.List;
import java.util.Optional;

/** What takes the place of a username at the pool's sign-up. */
public enum Logins {
  USERNAME,
  EMAIL,
  PHONE,
  EMAIL_OR_PHONE;

  private static final String PREFERRED_USERNAME = "preferred_username";

  /**
   * Tells whether the email address can be the username at the target too. Keycloak then lets no
   * user log in who has no address, which users of identity providers may lack.
   */
  static boolean emailIsUsername(PoolInventory pool) {
    boolean allHaveOne =
        pool.identityProviders().isEmpty()
            || pool.schema().stream()
                .anyMatch(each -> each.name().equals("email") && each.required());
    return of(pool) == EMAIL && allHaveOne;
  }

  /**
   * Returns the attribute at the target that holds the preferred username, if that is a login in
   * the pool besides the username.
   */
  public static Optional<String> preferredUsername(ProvisionRequest request) {
    return request.pool().signIn().aliasAttributes().contains(PREFERRED_USERNAME)
        ? request.names().attribute(PREFERRED_USERNAME)
        : Optional.empty();
  }

  static Logins of(PoolInventory pool) {
    List<String> attributes = pool.signIn().usernameAttributes();
    boolean email = attributes.contains("email");
    boolean phone = attributes.contains("phone_number");
    if (email && phone) {
      return EMAIL_OR_PHONE;
    }
    return email ? EMAIL : phone ? PHONE : USERNAME;
  }
}
