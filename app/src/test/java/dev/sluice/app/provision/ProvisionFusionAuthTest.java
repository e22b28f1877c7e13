package dev.sluice.app.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.Scene;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that makes a tenant of a FusionAuth ready, from a pool on loopback. */
class ProvisionFusionAuthTest {
  private static final String TENANT = "b7a1f2c4-58d3-4e60-9f1b-6c2d8e9a0b13";

  @TempDir Path folder;

  @Test
  void provision_plans_a_tenant_makes_it_with_execute_and_then_has_nothing_more_to_do()
      throws IOException {
    try (Scene scene = new Scene(folder, 20);
        FakeFusionAuth fusionAuth = FakeFusionAuth.start()) {
      configure(scene, fusionAuth);

      Scene.Result planned = scene.run("provision");
      assertThat(planned.err()).isEmpty();
      assertThat(planned.code()).isZero();
      assertThat(planned.out())
          .contains("Planned changes at fusionauth:", " - create tenant ", " - create application ")
          .contains("Nothing was changed. To apply the changes: sluice provision --execute");
      assertThat(fusionAuth.object(TENANT)).isEmpty();

      Scene.Result done = scene.run("provision", "--execute");
      assertThat(done.err()).isEmpty();
      assertThat(done.code()).isZero();
      assertThat(done.out()).contains("Done: create tenant ", "Done: put the connector first");
      assertThat(fusionAuth.object(TENANT)).isPresent();

      assertThat(scene.run("provision", "--json").json().get("steps").valueStream())
          .allMatch(step -> step.get("byHand").asBoolean());
    }
  }

  private static void configure(Scene scene, FakeFusionAuth fusionAuth) {
    scene
        .yaml()
        .target(
            "fusionauth",
            Map.of(
                "url",
                fusionAuth.url().toString(),
                "api-key",
                FakeFusionAuth.KEY,
                "tenant-id",
                TENANT))
        .mode("slow")
        .write(scene.config());
  }
}
