package dev.sluice.targets.fusionauth.users;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills FusionAuth's optional fields from Cognito's standard attributes, if FusionAuth accepts the
 * value. A value that it does not accept stays in {@code data} only.
 */
final class ProfileFields {
  private static final int LONGEST = 255;

  private ProfileFields() {}

  static void put(ObjectNode user, Map<String, List<String>> attributes) {
    put(user, "middleName", attributes, "middle_name", ProfileFields::brief);
    put(user, "fullName", attributes, "name", ProfileFields::brief);
    put(user, "imageUrl", attributes, "picture", ProfileFields::address);
    put(user, "birthDate", attributes, "birthdate", ProfileFields::date);
    put(user, "timezone", attributes, "zoneinfo", ProfileFields::zone);
    String language = first(attributes, "locale", ProfileFields::language);
    if (!language.isEmpty()) {
      user.putArray("preferredLanguages").add(language);
    }
  }

  private static void put(
      ObjectNode user,
      String field,
      Map<String, List<String>> attributes,
      String attribute,
      UnaryOperator<String> reading) {
    String value = first(attributes, attribute, reading);
    if (!value.isEmpty()) {
      user.put(field, value);
    }
  }

  private static String first(
      Map<String, List<String>> attributes, String name, UnaryOperator<String> reading) {
    List<String> values = attributes.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : reading.apply(values.getFirst());
  }

  private static String brief(String text) {
    return text.length() > LONGEST ? "" : text;
  }

  /**
   * Returns an http or https URL, the only value that FusionAuth accepts in {@code imageUrl};
   * Facebook's picture is JSON.
   */
  private static String address(String text) {
    try {
      return brief(new URI(text).toString());
    } catch (URISyntaxException _) {
      return "";
    }
  }

  private static String date(String text) {
    try {
      return text.length() == "2007-12-03".length() ? LocalDate.parse(text).toString() : "";
    } catch (DateTimeException _) {
      return "";
    }
  }

  private static String zone(String text) {
    return ZoneId.getAvailableZoneIds().contains(text) ? text : "";
  }

  /** Returns a locale with an underscore, as FusionAuth writes it: {@code cs_CZ}. */
  static String language(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
      return locale.getLanguage().isEmpty() || !locale.getScript().isEmpty()
          ? ""
          : new Locale.Builder()
              .setLanguage(locale.getLanguage())
              .setRegion(locale.getCountry())
              .build()
              .toString();
    } catch (IllformedLocaleException _) {
      return "";
    }
  }
}
