package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a user of Sluice reads when FusionAuth is not as it should be, and what is kept safe. */
class FusionAuthTroubleTest {
  private static final String IMPORT = "POST /api/user/import";

  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final FusionAuthTarget target = Fakes.target(Fakes.options(fake));
  private final List<PlannedUser> batch =
      Stream.generate(() -> PlannedUserBuilder.plain().build()).limit(9).toList();

  @AfterEach
  void close() {
    target.close();
    assertThat(fake.parallelImports()).isZero();
    fake.close();
  }

  @Test
  void a_good_fusionauth_is_ready_and_tells_its_version() {
    assertThat(target.check()).isEqualTo(new Readiness.Ready("FusionAuth 1.69.0"));
  }

  @Test
  void one_that_is_too_old_is_told_so() {
    fake.version("1.58.2");

    assertThat(target.check())
        .isEqualTo(
            new Readiness.NotReady(
                "FusionAuth 1.58.2 is too old: an import of users without passwords needs 1.59.",
                "Upgrade FusionAuth."));
  }

  @Test
  void a_tenant_an_application_and_a_right_that_are_missing_are_named() {
    UUID nowhere = UUID.randomUUID();
    try (FusionAuthTarget unknown = Fakes.target(Fakes.options(fake, nowhere))) {
      assertThat(notReady(unknown).problem())
          .isEqualTo("FusionAuth has no application " + nowhere + " in this tenant.");
    }
    fake.closeToKey("POST /api/identity-provider/search");
    assertThat(notReady(target).problem())
        .isEqualTo(
            "FusionAuth does not allow the API key to call POST /api/identity-provider/search (401).");
    assertThat(notReady(target).remedy()).contains("Settings > API Keys");
  }

  @Test
  void a_wrong_key_is_no_fault_of_users() {
    try (FusionAuthTarget stranger =
        Fakes.target(Fakes.options(fake.url(), "another-made-up-key"))) {
      assertThat(notReady(stranger).problem()).contains("does not allow the API key");
      assertThat(stranger.write(batch))
          .hasSize(9)
          .allMatch(WriteOutcome.TryLater.class::isInstance);
      assertThatThrownBy(() -> stranger.find(batch.getFirst().id()))
          .isInstanceOf(TargetException.class)
          .hasMessageNotContaining("another-made-up-key");
    }
  }

  private static Readiness.NotReady notReady(FusionAuthTarget target) {
    assertThat(target.check()).isInstanceOf(Readiness.NotReady.class);
    return (Readiness.NotReady) target.check();
  }

  @Test
  void when_it_is_called_too_often_everybody_is_tried_later_after_as_long_as_it_says() {
    fake.faults().strike(IMPORT, new Fault.Instead(Reply.of(429).with("Retry-After", "17")));

    assertThat(target.write(batch))
        .hasSize(9)
        .allSatisfy(outcome ->
            assertThat(outcome)
                .isInstanceOfSatisfying(
                    WriteOutcome.TryLater.class,
                    later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(17))));
    assertThat(fake.userIds()).isEmpty();
    assertThat(fake.calls(IMPORT)).hasSize(1);
    everybodyComesIn();
  }

  @Test
  void a_429_that_says_no_time_is_waited_for_too() {
    fake.faults().strike(IMPORT, new Fault.Instead(Reply.of(429)));

    assertThat(target.write(batch))
        .allSatisfy(outcome ->
            assertThat(outcome)
                .isInstanceOfSatisfying(
                    WriteOutcome.TryLater.class, later -> assertThat(later.after()).isPositive()));
    everybodyComesIn();
  }

  @Test
  void an_answer_that_was_lost_loses_and_doubles_nobody() {
    fake.faults().strike(IMPORT, new Fault.AnswerLost());

    assertThat(target.write(batch)).allMatch(WriteOutcome.TryLater.class::isInstance);
    assertThat(fake.userIds()).hasSize(9);

    assertThat(target.write(batch))
        .hasSize(9)
        .allMatch(WriteOutcome.AlreadyThere.class::isInstance);
    assertThat(fake.userIds()).hasSize(9);
  }

  @Test
  void a_call_that_was_lost_and_an_answer_that_came_too_late_lose_nobody() {
    fake.faults().strike(IMPORT, new Fault.CallLost());
    assertThat(target.write(batch)).allMatch(WriteOutcome.TryLater.class::isInstance);
    assertThat(fake.userIds()).isEmpty();
    fake.faults().strike(IMPORT, new Fault.Slow(Duration.ofSeconds(3)));
    assertThat(target.write(batch)).allMatch(WriteOutcome.TryLater.class::isInstance);

    assertThat(target.write(batch))
        .hasSize(9)
        .allMatch(WriteOutcome.AlreadyThere.class::isInstance);
  }

  @Test
  void a_failure_that_passes_is_nobodys_fault() {
    fake.faults().strike(IMPORT, new Fault.Instead(Reply.of(500)));

    assertThat(target.write(batch)).hasSize(9).allMatch(WriteOutcome.Created.class::isInstance);
  }

  @Test
  void when_every_import_fails_everybody_is_tried_later_and_it_is_not_asked_forever() {
    for (int i = 0; i < 100; i++) {
      fake.faults().strike(IMPORT, new Fault.Instead(Reply.of(500)));
    }

    assertThat(target.write(batch)).hasSize(9).allMatch(WriteOutcome.TryLater.class::isInstance);
    assertThat(fake.calls(IMPORT)).hasSizeLessThan(20);
    fake.faults().clear();
    everybodyComesIn();
  }

  @Test
  void whom_it_fails_on_alone_while_it_takes_others_is_refused() {
    PlannedUser poison = batch.get(4);
    for (int i = 0; i < 20; i++) {
      fake.faults().strike(call -> isImportOf(call, poison), new Fault.Instead(Reply.of(500)));
    }

    List<WriteOutcome> outcomes = target.write(batch);

    assertThat(outcomes.get(4))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused ->
                assertThat(refused.problem())
                    .startsWith("FusionAuth takes other users and fails on this one only"));
    assertThat(outcomes).filteredOn(WriteOutcome.Created.class::isInstance).hasSize(8);
    assertThat(target.write(List.of(poison)).getFirst()).isInstanceOf(WriteOutcome.TryLater.class);
  }

  private static boolean isImportOf(Call call, PlannedUser user) {
    return call.line().equals(IMPORT) && call.body().toString().contains(user.id().value());
  }

  @Test
  void a_batch_that_is_too_large_is_halved() {
    fake.faults()
        .strike(
            call -> call.line().equals(IMPORT) && call.body().path("users").size() > 4,
            new Fault.Instead(Reply.of(413)))
        .strike(
            call -> call.line().equals(IMPORT) && call.body().path("users").size() > 4,
            new Fault.Instead(Reply.of(413)));

    everybodyComesIn();
  }

  @Test
  void a_link_that_a_crash_left_out_is_made_by_the_next_write() {
    fake.addIdentityProvider("Google", "Google");
    PlannedUser linked = PlannedUserBuilder.plain().identity("Google", "1076915035-41").build();
    fake.faults().strike("POST /api/identity-provider/link", new Fault.CallLost());

    assertThat(target.write(List.of(linked)).getFirst()).isInstanceOf(WriteOutcome.TryLater.class);
    assertThat(fake.links(linked.id().value())).isEmpty();

    assertThat(target.write(List.of(linked)))
        .containsExactly(new WriteOutcome.AlreadyThere(linked.id()));
    assertThat(fake.links(linked.id().value())).hasSize(1);
  }

  @Test
  void an_account_at_a_provider_that_is_missing_is_refused_before_anything_is_written() {
    PlannedUser linked = PlannedUserBuilder.plain().identity("Corporate", "someone").build();

    assertThat(target.write(List.of(linked)).getFirst())
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused ->
                assertThat(refused.problem())
                    .contains("no identity provider for \"Corporate\"")
                    .contains("sluice provision --execute"));
    assertThat(fake.userIds()).isEmpty();
  }

  @Test
  void an_id_that_is_no_uuid_is_refused_with_cause_and_remedy() {
    PlannedUser odd = PlannedUserBuilder.plain().id("us-east-1_odd").build();

    assertThat(target.write(List.of(odd)).getFirst())
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused ->
                assertThat(refused.problem())
                    .contains("\"us-east-1_odd\" is none")
                    .contains("sign up again"));
    assertThat(target.find(odd.id())).isEmpty();
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void a_group_that_somebody_removed_is_made_anew() {
    assertThat(target.write(List.of(PlannedUserBuilder.plain().groups("/staff").build())))
        .allMatch(WriteOutcome.Created.class::isInstance);
    fake.removeGroup(fake.groups().getFirst().path("id").asString(""));

    assertThat(target.write(List.of(PlannedUserBuilder.plain().groups("/staff").build())))
        .allMatch(WriteOutcome.Created.class::isInstance);
  }

  @Test
  void a_fusionauth_that_is_away_is_told_by_its_address() {
    URI nobody = URI.create("http://127.0.0.1:9");
    try (FusionAuthTarget away = Fakes.target(Fakes.options(nobody, FakeFusionAuth.KEY))) {
      assertThat(notReady(away).problem()).startsWith("FusionAuth cannot be reached at " + nobody);
      assertThat(notReady(away).remedy()).contains("target.fusionauth.url");
      assertThat(away.write(batch)).allMatch(WriteOutcome.TryLater.class::isInstance);
    }
  }

  private void everybodyComesIn() {
    assertThat(target.write(batch)).hasSize(9).allMatch(WriteOutcome.Created.class::isInstance);
    assertThat(fake.userIds()).hasSize(9);
  }
}
