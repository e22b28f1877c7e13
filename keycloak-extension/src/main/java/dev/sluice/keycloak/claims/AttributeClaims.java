package dev.sluice.keycloak.claims;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AddressClaimSet;
import org.keycloak.representations.IDToken;

/** Writes a user's attributes as claims with their names in the pool. */
final class AttributeClaims {
  /** The claims of OpenID Connect, each with its field in Keycloak. */
  private static final Map<String, BiConsumer<IDToken, String>> STANDARD =
      Map.ofEntries(
          entry("name", IDToken::setName),
          entry("middle_name", IDToken::setMiddleName),
          entry("nickname", IDToken::setNickName),
          entry("preferred_username", IDToken::setPreferredUsername),
          entry("profile", IDToken::setProfile),
          entry("picture", IDToken::setPicture),
          entry("website", IDToken::setWebsite),
          entry("gender", IDToken::setGender),
          entry("birthdate", IDToken::setBirthdate),
          entry("zoneinfo", IDToken::setZoneinfo),
          entry("locale", IDToken::setLocale),
          entry("address", AttributeClaims::address),
          entry("updated_at", AttributeClaims::updatedAt));

  private final UserModel user;
  private final Map<String, String> names;
  private final ReadableAttributes readable;

  /**
   * @param names maps the attributes' names in the pool to those here
   */
  AttributeClaims(UserModel user, Map<String, String> names, ReadableAttributes readable) {
    this.user = user;
    this.names = names;
    this.readable = readable;
  }

  /**
   * Ensures that an attribute, which users may write themselves, never becomes a claim about
   * identity or permissions.
   */
  static void requireOfPool(String claim) {
    boolean custom = claim.startsWith("custom:") || claim.startsWith("dev:custom:");
    if (!custom && !STANDARD.containsKey(claim)) {
      throw new IllegalArgumentException(
          "No attribute can become the claim \""
              + claim
              + "\": only custom:… and "
              + String.join(", ", STANDARD.keySet().stream().sorted().toList()));
    }
  }

  void addTo(IDToken token) {
    put(token, "given_name", user.getFirstName(), IDToken::setGivenName);
    put(token, "family_name", user.getLastName(), IDToken::setFamilyName);
    if (user.getEmail() != null) {
      put(token, "email", user.getEmail(), IDToken::setEmail);
      put(
          token,
          "email_verified",
          String.valueOf(user.isEmailVerified()),
          (to, value) -> to.setEmailVerified(Boolean.valueOf(value)));
    }
    String phone = user.getFirstAttribute("phoneNumber");
    if (phone != null) {
      put(token, "phone_number", phone, IDToken::setPhoneNumber);
      String verified = String.valueOf(user.getFirstAttribute("phoneNumberVerified")).strip();
      put(
          token,
          "phone_number_verified",
          verified,
          (to, value) -> to.setPhoneNumberVerified(Boolean.valueOf(value)));
    }
    names.forEach((claim, here) -> put(token, claim, user.getFirstAttribute(here), setter(claim)));
  }

  private void put(
      IDToken token, String claim, @Nullable String value, BiConsumer<IDToken, String> setter) {
    if (value != null && !value.isEmpty() && readable.contains(claim)) {
      setter.accept(token, value);
    }
  }

  /** Writes custom attributes as texts, whatever type the schema gives them. */
  private static BiConsumer<IDToken, String> setter(String claim) {
    BiConsumer<IDToken, String> standard = STANDARD.get(claim);
    return standard == null ? (token, value) -> token.getOtherClaims().put(claim, value) : standard;
  }

  private static void address(IDToken token, String value) {
    var address = new AddressClaimSet();
    address.setFormattedAddress(value);
    token.setAddress(address);
  }

  private static void updatedAt(IDToken token, String value) {
    if (value.matches("\\d{1,18}")) {
      token.setUpdatedAt(Long.valueOf(value));
    }
  }
}
