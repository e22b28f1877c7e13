package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.app.Scene.Result;
import dev.sluice.rehearsal.RehearsalOptions;
import dev.sluice.rehearsal.quota.Quotas;
import dev.sluice.rehearsal.user.Oddity;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command over a pool that has all that pools in the field have. */
class OddPoolTest {
  private static final int USERS = 1_000;

  @TempDir Path folder;

  @Test
  void every_command_reads_every_user_of_an_odd_pool_once() throws IOException {
    RehearsalOptions odd =
        RehearsalOptions.standard()
            .withUsers(USERS)
            .withSeed(3)
            .withQuotas(Quotas.off())
            .with(Oddity.values());
    try (Scene scene = new Scene(folder, odd)) {
      Result assessed = scene.run("assess", "--json", "--scratch", folder.toString());
      assertThat(assessed.json().at("/people/total").asLong(-1)).isEqualTo(USERS);

      Result exported = scene.run("export", "--json", "--to", folder.resolve("archive").toString());
      assertThat(exported.json().path("users").asLong(-1)).isEqualTo(USERS);

      Result moved = scene.run("bulk", "--execute", "--json");
      assertThat(moved.json().path("read").asLong(-1)).isEqualTo(USERS);
      assertThat(moved.out()).doesNotContain("\"alreadyDone\":1");
    }
  }
}
