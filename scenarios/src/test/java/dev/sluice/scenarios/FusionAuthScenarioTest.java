package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Whole pools into a fake FusionAuth. */
class FusionAuthScenarioTest {
  private static final int USERS = 10_000;

  @TempDir Path directory;
  private final FakeFusionAuth fake = FakeFusionAuth.start();

  @AfterEach
  void close() {
    assertThat(fake.parallelImports()).as("imports at the same time").isZero();
    fake.close();
  }

  @Test
  void bulk_makes_everybody_set_a_new_password() {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(USERS)) {
      FusionAuthMigration migration =
          FusionAuthMigration.of(directory, rehearsal.asPool(), fake, "bulk");

      Ran ran = migration.sluice("bulk", "--execute");

      assertThat(ran.exitCode()).as(ran.toString()).isZero();
      assertThat(migration.states()).hasSize(USERS);
      assertThat(migration.states().values()).containsOnly("M");
      assertThat(fake.userIds()).hasSize(USERS);
      for (MadeUser user : rehearsal.users()) {
        ObjectNode there = fake.user(user.sub()).orElseThrow();
        assertThat(there.path("passwordChangeRequired").asBoolean()).isTrue();
        assertThat(there.path("registrations")).hasSize(1);
        assertThat(fake.passwordOf(user.sub())).isEmpty();
      }
    }
  }

  @Test
  void of_users_of_all_kinds_the_ledger_and_fusionauth_tell_the_same() {
    fake.addIdentityProvider("Google", "Google");
    fake.addIdentityProvider("Apple", "Apple");
    try (Rehearsal rehearsal = Rehearsal.ofAllKinds(600)) {
      FusionAuthMigration migration =
          FusionAuthMigration.of(directory, rehearsal.asPool(), fake, "hybrid");

      Ran ran = migration.sluice("bulk", "--execute");

      // Done with rejections: Facebook and others are not there, and second factors cannot be.
      assertThat(ran.exitCode()).as(ran.toString()).isEqualTo(3);
      Map<String, String> states = migration.states();
      assertThat(states.values()).contains("I", "M", "R");
      List<String> there =
          states.entrySet().stream()
              .filter(user -> Set.of("I", "M").contains(user.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(fake.userIds()).containsExactlyInAnyOrderElementsOf(there);
      rehearsal.users().stream()
          .filter(user -> there.contains(user.sub()))
          .forEach(this::isNoMoreTrustedThanInThePool);
    }
  }

  private void isNoMoreTrustedThanInThePool(MadeUser user) {
    ObjectNode there = fake.user(user.sub()).orElseThrow();
    assertThat(there.path("verified").asBoolean())
        .as("email of " + user.sub())
        .isEqualTo(user.emailVerified());
    assertThat(fake.passwordOf(user.sub())).isEmpty();
    if (user.isFederated()) {
      assertThat(fake.links(user.sub())).isNotEmpty();
    }
  }
}
