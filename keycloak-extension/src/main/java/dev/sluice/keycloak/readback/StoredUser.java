package dev.sluice.keycloak.readback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as stored in the realm's database.
 *
 * @param createdAt milliseconds since 1970
 * @param groups paths such as {@code /staff/admins}
 * @param links includes providers that the realm does not have
 * @param requiredActions by Keycloak's names
 * @param linked whether Sluice's component represents the user's password
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredUser(
    String id,
    String username,
    boolean enabled,
    @Nullable String email,
    boolean emailVerified,
    @Nullable String givenName,
    @Nullable String familyName,
    long createdAt,
    Map<String, List<String>> attributes,
    List<String> groups,
    List<Link> links,
    List<String> requiredActions,
    boolean hasPassword,
    boolean linked) {

  /** An account at an identity provider. */
  public record Link(String provider, String userId) {}
}
