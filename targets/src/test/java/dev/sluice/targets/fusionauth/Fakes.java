package dev.sluice.targets.fusionauth;

import dev.sluice.api.Secret;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Targets at a fake, with a patience that a test can wait for. */
public final class Fakes {
  private static final int BATCH_SIZE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Fakes() {}

  static FusionAuthOptions options(URI url, String key, UUID... applications) {
    return new FusionAuthOptions(
        url,
        new Secret(key),
        UUID.fromString(FakeFusionAuth.TENANT),
        List.of(applications),
        BATCH_SIZE,
        PATIENCE,
        ImportedUsers.V1_LOGIN);
  }

  public static FusionAuthOptions options(FakeFusionAuth fake, UUID... applications) {
    return options(fake.url(), FakeFusionAuth.KEY, applications);
  }

  public static FusionAuthTarget target(FusionAuthOptions options) {
    return new FusionAuthTarget(options);
  }
}
