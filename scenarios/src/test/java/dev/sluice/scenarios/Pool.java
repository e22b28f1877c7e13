package dev.sluice.scenarios;

import dev.sluice.app.config.SluiceYamlWriter;
import dev.sluice.harness.PoolAdministrator;
import java.net.URI;
import java.util.Optional;

/** How to reach a user pool, be it ours to rehearse on or a stand-in that others wrote. */
record Pool(
    URI endpoint,
    String region,
    String userPoolId,
    String clientId,
    Optional<String> clientSecret) {

  /** Begins a sluice.yaml for this pool, with a rate that keeps nobody waiting. */
  SluiceYamlWriter sluiceYaml() {
    SluiceYamlWriter yaml =
        new SluiceYamlWriter(userPoolId, endpoint, clientId)
            .cognito("region", region)
            .cognito("requests-per-second", 2000);
    clientSecret.ifPresent(secret -> yaml.cognito("app-client-secret", secret));
    return yaml;
  }

  /** Returns an administrator of this pool. */
  PoolAdministrator administrator() {
    return new PoolAdministrator(endpoint, userPoolId);
  }
}
