package dev.sluice.cognito.user;

import dev.sluice.api.pool.signin.MfaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** The second factors that the pool has set up. */
public final class SecondFactors {
  private SecondFactors() {}

  public static MfaSettings of(UserPoolType pool, GetUserPoolMfaConfigResponse set) {
    List<String> kinds = new ArrayList<>();
    if (set.smsMfaConfiguration() != null) {
      kinds.add("SMS");
    }
    if (set.softwareTokenMfaConfiguration() != null
        && Boolean.TRUE.equals(set.softwareTokenMfaConfiguration().enabled())) {
      kinds.add("SOFTWARE_TOKEN");
    }
    if (set.emailMfaConfiguration() != null) {
      kinds.add("EMAIL");
    }
    return new MfaSettings(
        Objects.requireNonNullElse(pool.mfaConfigurationAsString(), "OFF"), kinds);
  }
}
