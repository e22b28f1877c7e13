package dev.sluice.targets.fusionauth.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.fusionauth.Fakes;
import dev.sluice.targets.fusionauth.FusionAuthTarget;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One import at a time: a run waits for it, and whoever logs in does not. */
class OneImportTest {
  private static final String IMPORT = "POST /api/user/import";

  /** Longer than a login waits. */
  private static final Duration SLOW = Duration.ofSeconds(8);

  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final FusionAuthTarget target =
      Fakes.target(
          new FusionAuthOptions(
              fake.url(),
              new Secret(FakeFusionAuth.KEY),
              UUID.fromString(FakeFusionAuth.TENANT),
              List.of(),
              10,
              Duration.ofSeconds(30),
              ImportedUsers.V1_LOGIN));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() {
    threads.close();
    target.close();
    assertThat(fake.parallelImports()).isZero();
    fake.close();
  }

  @Test
  void a_newcomer_is_tried_later_where_an_import_takes_its_time_and_another_batch_waits()
      throws Exception {
    fake.faults().strike(IMPORT, new Fault.Slow(SLOW));
    Future<List<WriteOutcome>> slow = threads.submit(() -> target.write(List.of(user())));
    while (fake.calls(IMPORT).isEmpty()) {
      Thread.sleep(10);
    }
    PlannedUser newcomer = user();

    Future<WriteOutcome> login =
        threads.submit(
            () -> target.logins().orElseThrow().store(newcomer, new Secret("made-up Zebra 41")));
    assertThat(login.get()).isInstanceOf(WriteOutcome.TryLater.class);
    assertThat(slow.isDone()).as("the import is still under way").isFalse();
    assertThat(target.write(List.of(user())).getFirst()).isInstanceOf(WriteOutcome.Created.class);

    assertThat(slow.get().getFirst()).isInstanceOf(WriteOutcome.Created.class);
    assertThat(target.logins().orElseThrow().store(newcomer, new Secret("made-up Zebra 41")))
        .isEqualTo(new WriteOutcome.Created(newcomer.id()));
  }

  @Test
  void somebody_who_logs_in_does_not_wait_for_as_long_as_an_import_may_take() {
    PlannedUser newcomer = user();
    fake.faults().strike("GET /api/user", new Fault.Slow(SLOW));
    long before = System.nanoTime();

    WriteOutcome outcome =
        target.logins().orElseThrow().store(newcomer, new Secret("made-up Zebra 41"));

    assertThat(outcome).isInstanceOf(WriteOutcome.TryLater.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SLOW);
  }

  private static PlannedUser user() {
    return PlannedUserBuilder.plain().build();
  }
}
