package dev.sluice.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.UnreadPart;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.harness.StandIn;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against moto, which pages 60 at a time and filters by {@code sub} as Cognito does. */
class MotoTest {
  private static StandIn moto;
  private static StandInPool pool;

  @BeforeAll
  static void start(@TempDir Path directory) {
    moto = StandIn.moto(directory);
    pool = StandInPool.fill(moto.endpoint(), 150);
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      moto.close();
    }
  }

  @Test
  void its_configuration_can_be_read() {
    try (CognitoPool connection = CognitoPool.open(pool.options())) {
      PoolInventory read = connection.users().inventory();

      assertThat(read.pool().name()).isEqualTo("orchard");
      assertThat(read.clients())
          .singleElement()
          .satisfies(client -> assertThat(client.confidential()).isTrue());
      assertThat(read.groups()).extracting(PoolGroup::name).containsExactly("even");
      assertThat(read.unread())
          .extracting(UnreadPart::part)
          .isSubsetOf(PoolPart.MFA, PoolPart.CLASSIC_BRANDING, PoolPart.MANAGED_LOGIN_BRANDING);
    }
  }

  @Nested
  class AsASource extends PoolSourceContract {
    AsASource() {
      super(pool);
    }
  }

  @Nested
  class AsAPasswordCheckByUser extends PoolPasswordContract {
    AsAPasswordCheckByUser() {
      super(pool, PasswordFlow.USER);
    }

    @Test
    void a_temporary_password_is_proven_as_one() {
      assertThat(check().check(attempt("person-8", "Temporary-Pear-8")))
          .isEqualTo(new Verdict.Proven("person-8", null, SecondFactor.NONE, true));
    }
  }

  @Nested
  class AsAPasswordCheckByAdmin extends PoolPasswordContract {
    AsAPasswordCheckByAdmin() {
      super(pool, PasswordFlow.ADMIN);
    }

    /**
     * AWS says "Incorrect username or password."; moto says NotAuthorized with the username alone,
     * in this flow only, and what AWS does not say proves nothing.
     */
    @Test
    @Override
    protected void a_wrong_password_is_refused() {
      assertThat(check().check(attempt(login(), "Wrong-Plum-9")))
          .isInstanceOfSatisfying(
              Verdict.NoVerdict.class,
              none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.SOURCE_UNAVAILABLE));
    }
  }
}
