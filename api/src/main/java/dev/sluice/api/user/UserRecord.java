package dev.sluice.api.user;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as read from the source.
 *
 * @param username the pool's own name for the user; in pools whose login is an email or a phone
 *     number it is a generated id
 * @param attributes every attribute by its name at the source, {@code sub} left out; a source that
 *     cannot read all of {@code identities} leaves that attribute here, so that the mapping sees it
 * @param groups the names of the user's groups, empty until they are known
 */
public record UserRecord(
    UserId id,
    String username,
    SourceStatus status,
    boolean enabled,
    Map<String, String> attributes,
    List<ExternalIdentity> identities,
    List<String> groups,
    Instant createdAt,
    Instant modifiedAt) {

  public UserRecord {
    attributes = Map.copyOf(attributes);
    identities = List.copyOf(identities);
    groups = List.copyOf(groups);
  }

  /** Returns the attribute's value, or null where the user has none or an empty one. */
  public @Nullable String attribute(String name) {
    String value = attributes.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  public @Nullable String email() {
    return attribute("email");
  }

  public @Nullable String phoneNumber() {
    return attribute("phone_number");
  }

  /** Returns whether the source says true, in any case of letters; anything else is unverified. */
  public boolean emailVerified() {
    return FlagText.isTrue(attributes.get("email_verified"));
  }

  public boolean phoneNumberVerified() {
    return FlagText.isTrue(attributes.get("phone_number_verified"));
  }

  public UserRecord withAttributes(Map<String, String> changed) {
    return new UserRecord(
        id, username, status, enabled, changed, identities, groups, createdAt, modifiedAt);
  }

  /**
   * Returns whether this profile was created by signing in with this identity. Otherwise the
   * identity was linked to it (AdminLinkProviderForUser), and a login with the identity leads here.
   * Profiles that a provider created are named {@code <Provider>_<id>}.
   */
  public boolean wasMadeBy(ExternalIdentity identity) {
    return status == SourceStatus.EXTERNAL_PROVIDER
        && (identity.primary()
            || username.equalsIgnoreCase(identity.provider() + "_" + identity.userId()));
  }

  public UserRecord withGroups(List<String> names) {
    return new UserRecord(
        id, username, status, enabled, attributes, identities, names, createdAt, modifiedAt);
  }
}
