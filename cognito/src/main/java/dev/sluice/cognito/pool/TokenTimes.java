package dev.sluice.cognito.pool;

import dev.sluice.api.pool.client.TokenSettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenRotationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TokenValidityUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/**
 * How long an app client's tokens are valid. A number without a unit is in hours, for a refresh
 * token in days; no number, and 0, stand for the default (API reference, UserPoolClientType).
 */
final class TokenTimes {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration SESSION = Duration.ofMinutes(3);

  private TokenTimes() {}

  static TokenSettings of(UserPoolClientType client) {
    TokenValidityUnitsType units =
        Objects.requireNonNullElseGet(
            client.tokenValidityUnits(), () -> TokenValidityUnitsType.builder().build());
    RefreshTokenRotationType rotation = client.refreshTokenRotation();
    return new TokenSettings(
        time(client.accessTokenValidity(), units.accessTokenAsString(), "hours", HOUR),
        time(client.idTokenValidity(), units.idTokenAsString(), "hours", HOUR),
        time(client.refreshTokenValidity(), units.refreshTokenAsString(), "days", MONTH),
        time(client.authSessionValidity(), "minutes", "minutes", SESSION),
        rotation != null && "ENABLED".equals(rotation.featureAsString()),
        rotation == null
            ? Duration.ZERO
            : time(rotation.retryGracePeriodSeconds(), "seconds", "seconds", Duration.ZERO));
  }

  private static Duration time(
      @Nullable Integer number, @Nullable String unit, String usual, Duration otherwise) {
    if (number == null || number == 0) {
      return otherwise;
    }
    String name = Objects.requireNonNullElse(unit, usual).toUpperCase(Locale.ROOT);
    return Duration.of(number, ChronoUnit.valueOf(name));
  }
}
