package dev.sluice.cognito.user;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.FlagText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of the attribute {@code identities}. Only the provider's name and the user's id
 * are demanded; what else is missing or written in another way is done without. Booleans and
 * numbers may be texts (Cognito developer guide, "using the ID token").
 */
public final class Identities {
  public static final String ATTRIBUTE = "identities";

  /** Keeps every digit of an id, also of one that is written as a decimal. */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The longest number that is written out; no id has as many digits. */
  private static final int LONGEST_NUMBER = 100;

  private Identities() {}

  /**
   * What could be read.
   *
   * @param whole whether nothing else was there
   */
  record Found(List<ExternalIdentity> identities, boolean whole) {
    private static final Found NONE = new Found(List.of(), true);
    private static final Found UNREADABLE = new Found(List.of(), false);

    Found {
      identities = List.copyOf(identities);
    }
  }

  /** Returns the identities that can be read; an empty text and {@code null} hold none. */
  static Found in(String json) {
    if (json.isBlank()) {
      return Found.NONE;
    }
    try {
      JsonNode list = JSON.readTree(json);
      return switch (list.getNodeType()) {
        case ARRAY -> in(list.valueStream().toList());
        case OBJECT -> list.isEmpty() ? Found.NONE : in(List.of(list));
        case NULL, MISSING -> Found.NONE;
        case STRING, NUMBER, BOOLEAN, BINARY, POJO -> Found.UNREADABLE;
      };
    } catch (JacksonException unreadable) {
      return Found.UNREADABLE;
    }
  }

  private static Found in(List<JsonNode> entries) {
    List<ExternalIdentity> identities = new ArrayList<>();
    entries.forEach(entry -> identity(entry).ifPresent(identities::add));
    return new Found(identities, identities.size() == entries.size());
  }

  private static Optional<ExternalIdentity> identity(JsonNode entry) {
    String provider = text(entry, "providerName");
    String userId = text(entry, "userId");
    if (provider == null || userId == null) {
      return Optional.empty();
    }
    String type = text(entry, "providerType");
    return Optional.of(
        new ExternalIdentity(
            provider,
            type == null ? typeOf(provider) : type,
            userId,
            text(entry, "issuer"),
            FlagText.isTrue(text(entry, "primary")),
            LinkDate.in(text(entry, "dateCreated"))));
  }

  /**
   * Returns the type of a provider that came without one. Social providers are named as their type
   * is; what is not among them is a provider of the owner's own.
   */
  private static String typeOf(String provider) {
    return switch (provider) {
      case "Google", "Facebook", "SignInWithApple", "LoginWithAmazon" -> provider;
      default -> "OIDC";
    };
  }

  private static @Nullable String text(JsonNode entry, String name) {
    JsonNode value = entry.get(name);
    if (value == null || !value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = value.isNumber() ? digits(value.decimalValue()) : value.asString();
    return text == null || text.isBlank() ? null : text;
  }

  private static @Nullable String digits(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return Math.abs((long) plain.scale()) + plain.precision() > LONGEST_NUMBER
        ? null
        : plain.toPlainString();
  }
}
