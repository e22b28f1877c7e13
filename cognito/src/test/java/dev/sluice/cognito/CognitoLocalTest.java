package dev.sluice.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.PoolGroup;
import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.UnreadPart;
import dev.sluice.api.source.NoVerdictReason;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.Verdict;
import dev.sluice.cognito.call.PasswordFlow;
import dev.sluice.harness.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against cognito-local, which gives all users in one answer and knows no positions. */
class CognitoLocalTest {
  private static StandIn local;
  private static StandInPool pool;

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    local = StandIn.cognitoLocal(directory);
    pool = StandInPool.fill(local.endpoint(), 100);
  }

  @AfterAll
  static void stop() {
    if (local != null) {
      local.close();
    }
  }

  /** It answers "Unsupported", with status 500, to much of this. */
  @Test
  void what_it_does_not_answer_is_told_and_the_rest_is_read() {
    try (CognitoPool connection = CognitoPool.open(pool.options())) {
      PoolInventory read = connection.users().inventory();

      assertThat(read.pool().id()).isEqualTo(pool.options().userPoolId());
      assertThat(read.groups()).extracting(PoolGroup::name).containsExactly("even");
      assertThat(read.unread())
          .extracting(UnreadPart::part)
          .contains(PoolPart.IDENTITY_PROVIDERS, PoolPart.RESOURCE_SERVERS);
    }
  }

  @Nested
  class AsASource extends PoolSourceContract {
    AsASource() {
      super(pool);
    }

    /** AWS gives at most 60 users and a token, and refuses a token that it did not give. */
    @Test
    @Override
    protected void a_position_that_the_source_does_not_know_is_refused() {
      UserPage page = inOneChain().read(new Shard("all"), "no-such-position");

      assertThat(page.users()).hasSize(100);
      assertThat(page.next()).isNull();
    }
  }

  @Nested
  class AsAPasswordCheckByUser extends WithItsOwnWrongPassword {
    AsAPasswordCheckByUser() {
      super(PasswordFlow.USER);
    }
  }

  @Nested
  class AsAPasswordCheckByAdmin extends WithItsOwnWrongPassword {
    AsAPasswordCheckByAdmin() {
      super(PasswordFlow.ADMIN);
    }
  }

  abstract static class WithItsOwnWrongPassword extends PoolPasswordContract {
    WithItsOwnWrongPassword(PasswordFlow flow) {
      super(pool, flow);
    }

    /**
     * AWS says NotAuthorized "Incorrect username or password."; cognito-local says InvalidPassword,
     * which AWS never says here, and which therefore proves nothing.
     */
    @Test
    @Override
    protected void a_wrong_password_is_refused() {
      assertNoVerdict(check().check(attempt(login(), "Wrong-Plum-9")));
    }

    /**
     * AWS says the same as for a wrong password, or UserNotFound; cognito-local says NotAuthorized
     * "User not authorized".
     */
    @Test
    @Override
    protected void a_login_that_nobody_has_is_refused() {
      assertNoVerdict(check().check(attempt("nobody-has-this-login", password())));
    }

    private static void assertNoVerdict(Verdict verdict) {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.NoVerdict.class,
              none -> assertThat(none.reason()).isEqualTo(NoVerdictReason.SOURCE_UNAVAILABLE));
    }
  }
}
