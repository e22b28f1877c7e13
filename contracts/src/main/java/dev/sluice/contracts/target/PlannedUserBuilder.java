package dev.sluice.contracts.target;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.FirstPassword;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.RequiredAction;
import dev.sluice.api.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Made-up planned users. The plain one has only what every user has; the full one has a value in
 * every field that differs from the field's default, so that a dropped field shows.
 */
public final class PlannedUserBuilder {
  private UserId id = new UserId(UUID.randomUUID().toString());
  private String username = "plain-" + id.value().substring(0, 8);
  private boolean enabled = true;
  private @Nullable String email;
  private boolean emailVerified;
  private @Nullable String phoneNumber;
  private boolean phoneNumberVerified;
  private @Nullable String givenName;
  private @Nullable String familyName;
  private Map<String, List<String>> attributes = Map.of();
  private List<String> groups = List.of();
  private List<ExternalIdentity> identities = List.of();
  private FirstPassword firstPassword = FirstPassword.NONE;
  private Set<RequiredAction> obligations = Set.of();
  private Instant createdAt = Instant.parse("2019-03-04T05:06:07.089Z");

  private PlannedUserBuilder() {}

  public static PlannedUserBuilder plain() {
    return new PlannedUserBuilder();
  }

  /** Fills every field except the required actions; the password moves at the first login. */
  public static PlannedUserBuilder full() {
    PlannedUserBuilder user = plain();
    String tag = user.id.value().substring(0, 8);
    return user.username("full-" + tag)
        .email("full-" + tag + "@example.org", true)
        .phoneNumber("+4930901820", true)
        .names("Ludmila", "Ångström-小林")
        .attributes(Map.of("plan", List.of("gold"), "locale", List.of("cs-CZ")))
        .groups("/staff/admins", "/readers")
        .identity("Google", "10769150350006150715113082367")
        .firstPassword(FirstPassword.AT_FIRST_LOGIN);
  }

  public PlannedUserBuilder id(String value) {
    id = new UserId(value);
    return this;
  }

  public PlannedUserBuilder username(String value) {
    username = value;
    return this;
  }

  public PlannedUserBuilder enabled(boolean value) {
    enabled = value;
    return this;
  }

  public PlannedUserBuilder email(String value, boolean verified) {
    email = value;
    emailVerified = verified;
    return this;
  }

  public PlannedUserBuilder phoneNumber(String value, boolean verified) {
    phoneNumber = value;
    phoneNumberVerified = verified;
    return this;
  }

  public PlannedUserBuilder names(String given, String family) {
    givenName = given;
    familyName = family;
    return this;
  }

  public PlannedUserBuilder attributes(Map<String, List<String>> values) {
    attributes = values;
    return this;
  }

  public PlannedUserBuilder groups(String... paths) {
    groups = List.of(paths);
    return this;
  }

  public PlannedUserBuilder identity(String provider, String userId) {
    identities =
        List.of(new ExternalIdentity(provider, provider, userId, null, false, Instant.EPOCH));
    return this;
  }

  public PlannedUserBuilder firstPassword(FirstPassword value) {
    firstPassword = value;
    return this;
  }

  public PlannedUserBuilder obligations(RequiredAction... values) {
    obligations = Set.of(values);
    return this;
  }

  public PlannedUserBuilder createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  public PlannedUser build() {
    return new PlannedUser(
        id,
        username,
        enabled,
        email,
        emailVerified,
        phoneNumber,
        phoneNumberVerified,
        givenName,
        familyName,
        attributes,
        groups,
        identities,
        firstPassword,
        obligations,
        createdAt);
  }
}
