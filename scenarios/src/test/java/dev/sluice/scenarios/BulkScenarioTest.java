package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.rehearsal.user.MadeUser;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class BulkScenarioTest {

  @ParameterizedTest
  @EnumSource(LedgerKind.class)
  void everybody_must_set_a_new_password_and_the_old_one_is_worth_nothing(
      LedgerKind ledger, @TempDir Path directory) throws InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.ofOrdinaryUsers(40);
        Migration migration = new Migration(directory, rehearsal.asPool(), ledger, "bulk")) {
      migration.mustDo("provision", "--execute");
      migration.mustDo("bulk", "--execute");
      migration.serve();
      MadeUser user = rehearsal.someoneWhoCanLogIn(0);

      assertThat(migration.userOnce("by", "FORCED", user.sub()).path("by").asString())
          .isEqualTo("FORCED");
      assertThat(migration.login(user.username(), user.password()).letIn()).isFalse();
      assertThat(rehearsal.passwordChecks()).isZero();
      JsonNode there = Place.shared().admin().user(migration.realm(), user.sub());
      assertThat(StreamSupport.stream(there.path("requiredActions").spliterator(), false))
          .extracting(JsonNode::asString)
          .containsExactly("UPDATE_PASSWORD");

      assertThat(
              Place.shared()
                  .admin()
                  .resetPassword(migration.realm(), user.sub(), "brand new Zebra 42"))
          .isEqualTo(204);
      assertThat(migration.userOnce("by", "RESET", user.sub()).path("by").asString())
          .isEqualTo("RESET");
    }
  }
}
