package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.HostileCircles.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns an ordinary user into a hostile one. */
final class HostileUsers {
  private static final Duration EARLIER = Duration.ofDays(1);

  private HostileUsers() {}

  /**
   * Returns the user with what is hostile about it.
   *
   * @param before the one before it in its circle, as an ordinary user
   */
  static MadeUser of(
      MadeUser plain, HostileKind kind, Place place, MadeUser owner, MadeUser before) {
    Twist twist = new Twist(plain, place, owner);
    switch (kind) {
      case DEAD_EMAIL_UNCONFIRMED -> twist.email(false).status = UserStatus.UNCONFIRMED;
      case DEAD_EMAIL_UNVERIFIED -> twist.email(false);
      case DEAD_EMAIL_DISABLED -> twist.email(true).earlier().enabled = false;
      case DEAD_EMAIL_EXTERNAL ->
          twist
              .email(false)
              .from(
                  IdentityProvider.FACEBOOK,
                  FederatedNames.idAt(IdentityProvider.FACEBOOK, plain.index(), ""));
      case DEAD_EMAIL_OLDER -> twist.email(true).earlier();
      case DEAD_PHONE_UNCONFIRMED -> twist.phone(false).status = UserStatus.UNCONFIRMED;
      case DEAD_PHONE_UNVERIFIED -> twist.phone(false);
      case DEAD_PHONE_DISABLED -> twist.phone(true).earlier().enabled = false;
      case DEAD_PHONE_OLDER -> twist.phone(true).earlier();
      case EMAIL_CASE_TWIN -> twist.emailInOtherLetters().earlier();
      case USERNAME_IS_EMAIL -> twist.username = before.email().orElseThrow();
      case USERNAME_CASE_TWIN ->
          twist.username = HostileNames.otherCase(owner.username(), place.nth());
      case USERNAME_FOLDING_TWIN ->
          twist.username = HostileNames.foldingTwin(place.owner(), place.nth());
      case USERNAME_NORMALIZATION_TWIN ->
          twist.username = HostileNames.normalizationTwin(place.owner(), place.nth());
      case ODD_USERNAME -> twist.username = HostileNames.username(plain.index());
      case LONGEST_USERNAME -> twist.username = HostileNames.longest(plain.index());
      case ODD_EMAIL -> twist.attributes.put("email", HostileNames.email(plain.index()));
      case ODD_FLAGS -> twist.odd(Oddity.FLAGS_IN_ANY_CASE);
      case ODD_IDENTITIES -> twist.linked().odd(Oddity.ODD_IDENTITIES);
      case ODD_PROVIDER_ID ->
          twist.from(IdentityProvider.SAML, HostileNames.providerId(plain.index()));
    }
    return twist.made();
  }

  /** A user while it is changed. */
  private static final class Twist {
    private final MadeUser plain;
    private final Place place;
    private final MadeUser owner;
    private final Map<String, String> attributes;
    private String username;
    private UserStatus status;
    private boolean enabled;
    private List<LinkedIdentity> identities;
    private Instant created;
    private Instant modified;

    Twist(MadeUser plain, Place place, MadeUser owner) {
      this.plain = plain;
      this.place = place;
      this.owner = owner;
      this.attributes = new LinkedHashMap<>(plain.attributes());
      this.username = plain.username();
      this.status = plain.status();
      this.enabled = plain.enabled();
      this.identities = plain.identities();
      this.created = plain.created();
      this.modified = plain.modified();
    }

    /** Gives it the owner's email; in a pool of both addresses it then logs in by its phone. */
    Twist email(boolean verified) {
      attributes.put("email", owner.email().orElseThrow());
      attributes.put("email_verified", String.valueOf(verified));
      if (plain.signInBy() == SignInBy.EMAIL_OR_PHONE) {
        attributes.put("phone_number", LoginNames.phone(plain.index()));
        attributes.putIfAbsent("phone_number_verified", "true");
      }
      return this;
    }

    Twist emailInOtherLetters() {
      attributes.put("email", HostileNames.otherCase(owner.email().orElseThrow(), place.nth()));
      return this;
    }

    Twist phone(boolean verified) {
      attributes.put("phone_number", LoginNames.phone(place.owner()));
      attributes.put("phone_number_verified", String.valueOf(verified));
      return this;
    }

    /** Makes it older than the owner, and unchanged since before there was one. */
    Twist earlier() {
      modified = owner.created().minus(EARLIER.multipliedBy(place.nth()));
      created = modified.minus(EARLIER);
      return this;
    }

    Twist from(IdentityProvider provider, String id) {
      status = UserStatus.EXTERNAL_PROVIDER;
      username = provider.providerName() + "_" + id;
      attributes.put("email_verified", "false");
      attributes.remove("phone_number");
      attributes.remove("phone_number_verified");
      return identity(provider, id, true);
    }

    Twist linked() {
      return plain.index() % 3 == 0
          ? this
          : identity(
              IdentityProvider.GOOGLE,
              FederatedNames.idAt(IdentityProvider.GOOGLE, plain.index(), ""),
              false);
    }

    private Twist identity(IdentityProvider provider, String id, boolean primary) {
      LinkedIdentity identity = new LinkedIdentity(provider, id, null, primary, created);
      identities = List.of(identity);
      attributes.put("identities", "[" + identity.toJson() + "]");
      return this;
    }

    Twist odd(Oddity oddity) {
      attributes.putAll(new Oddities(Set.of(oddity)).in(plain.index(), attributes));
      return this;
    }

    MadeUser made() {
      return new MadeUser(
          plain.index(),
          plain.kind(),
          plain.signInBy(),
          username,
          plain.password(),
          plain.passwordExpires(),
          status,
          enabled,
          plain.mfa(),
          Collections.unmodifiableMap(attributes),
          identities,
          plain.groups(),
          created,
          modified);
    }
  }
}
