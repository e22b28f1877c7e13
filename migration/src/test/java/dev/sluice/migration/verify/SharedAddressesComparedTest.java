package dev.sluice.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.PoolLogins;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.target.FakeTarget;
import dev.sluice.migration.run.People;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedAddressesComparedTest {
  @Test
  void only_the_owner_of_a_shared_address_must_have_it(@TempDir Path dir)
      throws InterruptedException {
    UserRecord dead = profile("0", "dead", "false");
    UserRecord owner = profile("f", "owner", "true");
    try (VerificationScene scene =
        new VerificationScene(dir, List.of(dead, owner), new FakeTarget().oneEmailEach())) {
      scene.source().withLogins(new PoolLogins(Set.of(), Set.of("email"), true));
      scene.bulk();
      scene.verify();
      assertThat(scene.heard()).isEmpty();

      scene.target().tamper(scene.target().stored(owner.id()).orElseThrow().withoutEmail());
      scene.verify();
      assertThat(scene.heard())
          .isNotEmpty()
          .allSatisfy(found -> assertThat(found.id()).isEqualTo(owner.id()));
    }
  }

  private static UserRecord profile(String id, String username, String verified) {
    return People.person(
        id, username, Map.of("email", "ann@example.org", "email_verified", verified));
  }
}
