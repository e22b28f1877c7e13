package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Call;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A failure is a user's fault only where FusionAuth is well after it. */
class FailedAloneTest {
  private static final String IMPORT = "POST /api/user/import";
  private static final Fault FAILURE = new Fault.Instead(Reply.of(500));

  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final FusionAuthTarget target = Fakes.target(Fakes.options(fake));
  private final List<PlannedUser> batch =
      Stream.generate(() -> PlannedUserBuilder.plain().build()).limit(4).toList();
  private final PlannedUser last = batch.getLast();

  @AfterEach
  void close() {
    target.close();
    fake.close();
  }

  @Test
  void the_last_of_a_batch_is_refused_where_fusionauth_still_looks_into_imports() {
    fails(call -> isOf(call, last));

    List<WriteOutcome> outcomes = target.write(batch);

    assertThat(outcomes.subList(0, 3)).allMatch(WriteOutcome.Created.class::isInstance);
    assertThat(outcomes.getLast()).isInstanceOf(WriteOutcome.Refused.class);
    assertThat(fake.userIds()).hasSize(3);
  }

  @Test
  void the_last_of_a_batch_is_tried_later_where_fusionauth_has_fallen_ill_since() {
    fails(call -> isOf(call, last) || (call.line().equals(IMPORT) && fake.userIds().size() == 3));

    List<WriteOutcome> outcomes = target.write(batch);

    assertThat(outcomes.subList(0, 3)).allMatch(WriteOutcome.Created.class::isInstance);
    assertThat(outcomes.getLast()).isInstanceOf(WriteOutcome.TryLater.class);
    fake.faults().clear();
    assertThat(target.write(List.of(last))).containsExactly(new WriteOutcome.Created(last.id()));
  }

  private void fails(Predicate<Call> when) {
    for (int i = 0; i < 30; i++) {
      fake.faults().strike(when, FAILURE);
    }
  }

  private static boolean isOf(Call call, PlannedUser user) {
    return call.line().equals(IMPORT) && call.body().toString().contains(user.id().value());
  }
}
