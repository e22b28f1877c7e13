package dev.sluice.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.migration.ledger.jdbc.LedgerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaTest {
  private static final Duration HEARTBEAT = Duration.ofMillis(400);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BULK = "bulk";

  @TempDir private Path directory;
  private LedgerStore ledger;
  private HandedRuns runs;
  private final List<Replica> replicas = new ArrayList<>();
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() {
    ledger = LedgerStore.open("jdbc:sqlite:" + directory.resolve("ledger.db"));
    runs = HandedRuns.in(ledger);
  }

  @AfterEach
  void close() {
    replicas.forEach(Replica::close);
    ledger.close();
  }

  @Test
  void a_run_that_was_handed_over_is_done_once_and_forgotten() throws Exception {
    assertThat(runs.handOver(BULK, HandedRun.bulk(true))).isTrue();
    assertThat(runs.handOver(BULK, HandedRun.bulk(false))).isFalse();

    replica("first", this::note);
    replica("second", this::note);
    assertThat(take()).endsWith("retryRejected=true, acceptGone=0, failures=0, problem=null]");
    awaitEnd();
    assertThat(done).isEmpty();
  }

  @Test
  void a_run_is_shown_with_the_process_that_is_at_work_on_it() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    runs.handOver(BULK, HandedRun.bulk(false));
    assertThat(runs.find(BULK).orElseThrow().by()).isEmpty();

    replica(
        "only",
        (name, handed) -> {
          done.add(name);
          end.await();
        });
    take();
    assertThat(runs.find(BULK).orElseThrow().by().orElseThrow())
        .contains("process " + ProcessHandle.current().pid());
    assertThat(runs.withdraw(BULK)).as("taken back while it is at work").isFalse();
    end.countDown();
    awaitEnd();
  }

  @Test
  void a_process_that_ends_lets_go_and_another_goes_on_at_once() throws Exception {
    Duration slow = Duration.ofMinutes(1);
    Replica first = replica("first", this::untilInterrupted, slow, Map.of());
    runs.handOver(BULK, HandedRun.bulk(false));
    assertThat(take()).isEqualTo("first");

    replica("second", this::note, slow, Map.of());
    first.close();

    assertThat(take()).as("long before four heartbeats are missed").startsWith("second");
  }

  @Test
  void a_run_that_failed_says_why_and_is_tried_again_later() throws Exception {
    Instant begun = Instant.now();
    runs.handOver(BULK, HandedRun.bulk(false));
    replica(
        "only",
        (name, handed) -> {
          done.add(name + handed.failures());
          if (handed.failures() < 2) {
            throw new IllegalStateException("The target is away.");
          }
        });
    assertThat(take()).isEqualTo("only0");
    HandedRunState waiting = stateAfterFailure(1);
    assertThat(waiting.run().problem()).isEqualTo("The target is away.");
    assertThat(waiting.due()).isAfter(begun.plus(HEARTBEAT));
    assertThat(List.of(take(), take())).containsExactly("only1", "only2");
    awaitEnd();
  }

  @Test
  void a_run_of_a_process_that_shows_no_heartbeat_is_done_by_another() throws Exception {
    runs.handOver(BULK, HandedRun.bulk(false));
    try (var connection = ledger.tasks().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "update scheduled_tasks set picked = 1, picked_by = 'a machine that lost its power',"
              + " last_heartbeat = 1000");
    }
    assertThat(runs.find(BULK).orElseThrow().by()).contains("a machine that lost its power");

    replica("second", this::note);
    assertThat(take()).startsWith("second");
    awaitEnd();
  }

  @Test
  void a_run_on_a_schedule_is_done_again_and_again_by_one_process_at_a_time() throws Exception {
    Map<String, Duration> every = Map.of(BULK, Duration.ofMillis(300));
    replica("first", this::note, HEARTBEAT, every);
    replica("second", this::note, HEARTBEAT, every);
    take();
    take();
    take();
  }

  @Test
  void a_run_that_nobody_has_begun_can_be_taken_back() {
    runs.handOver(BULK, HandedRun.bulk(false));

    assertThat(runs.withdraw(BULK)).isTrue();
    assertThat(runs.all()).isEmpty();
    assertThat(runs.withdraw(BULK)).as("again").isTrue();
  }

  private Replica replica(String name, Work work) {
    return replica(name, work, HEARTBEAT, Map.of());
  }

  private Replica replica(String name, Work work, Duration heartbeat, Map<String, Duration> every) {
    LongRun run =
        handed -> {
          work.on(name, handed);
          return "done";
        };
    Replica replica = Replica.start(ledger, heartbeat, Map.of(BULK, run), every);
    replicas.add(replica);
    return replica;
  }

  private void note(String name, HandedRun handed) {
    done.add(name + handed);
  }

  private void untilInterrupted(String name, HandedRun handed) throws InterruptedException {
    done.add(name);
    new CountDownLatch(1).await();
  }

  private String take() throws InterruptedException {
    String next = done.poll(60, TimeUnit.SECONDS);
    assertThat(next).as("what was done next").isNotNull();
    return next;
  }

  private HandedRunState stateAfterFailure(int failures) throws InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    HandedRunState state = runs.find(BULK).orElseThrow();
    while (state.run().failures() < failures) {
      assertThat(Instant.now()).as("it fails again").isBefore(latest);
      Thread.sleep(5);
      state = runs.find(BULK).orElseThrow();
    }
    return state;
  }

  private void awaitEnd() throws InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    while (runs.find(BULK).isPresent()) {
      assertThat(Instant.now()).as("the run ends").isBefore(latest);
      Thread.sleep(10);
    }
  }

  /** What a replica does. */
  private interface Work {
    void on(String name, HandedRun handed) throws InterruptedException;
  }
}
