package dev.sluice.contracts.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How every target takes users, whatever else it can do. */
abstract class TargetWrites extends TargetLogins {

  @Test
  void it_says_that_it_is_ready_and_what_it_is() {
    assertThat(target().describe().name()).matches("[a-z][a-z0-9-]*");
    assertThat(target().describe().batchSize()).isPositive();
    assertThat(target().describe().parallelism()).isPositive();
    assertThat(target().check()).isInstanceOf(Readiness.Ready.class);
  }

  @Test
  void an_unknown_user_is_not_found() {
    assertThat(target().find(PlannedUserBuilder.plain().build().id())).isEmpty();
  }

  @Test
  void nobody_written_is_nobody_answered_for() {
    assertThat(target().write(List.of())).isEmpty();
  }

  @Test
  void a_written_user_is_found_by_id() {
    PlannedUser user = written(PlannedUserBuilder.plain());

    assertThat(target().find(user.id()))
        .hasValueSatisfying(found -> {
          assertThat(found.id()).isEqualTo(user.id());
          assertThat(found.username()).isEqualTo(user.username());
          assertThat(found.enabled()).isTrue();
          assertThat(found.hasPassword()).isFalse();
          assertThat(found.awaitsFirstLogin()).isFalse();
        });
  }

  @Test
  void the_profile_is_kept_field_by_field() {
    PlannedUser user =
        written(
            PlannedUserBuilder.plain()
                .email("kept-" + unique() + "@example.org", false)
                .phoneNumber("+420601123456", false)
                .names("Ludmila", "Ångström-小林")
                .attributes(Map.of("plan", List.of("gold", "extra"), "locale", List.of("cs-CZ"))));

    PlannedUser kept = stored(user.id()).orElseThrow();
    assertThat(kept.email()).isEqualTo(user.email());
    assertThat(kept.phoneNumber()).isEqualTo(user.phoneNumber());
    assertThat(kept.givenName()).isEqualTo(user.givenName());
    assertThat(kept.familyName()).isEqualTo(user.familyName());
    assertThat(kept.attributes()).containsAllEntriesOf(user.attributes());
  }

  @Test
  void long_and_hostile_attribute_values_are_kept_to_the_letter() {
    Map<String, List<String>> values =
        Map.of(
            "plan",
            List.of("'; drop table users; --"),
            "note",
            List.of("\"<script>\\u0000\u202e${env:HOME}\n\tend\uD83E\uDD80"),
            "address",
            List.of("long-" + "ř".repeat(1_000)));
    PlannedUser user = written(PlannedUserBuilder.plain().attributes(values));

    assertThat(stored(user.id()).orElseThrow().attributes()).containsAllEntriesOf(values);
  }

  @Test
  void a_disabled_user_stays_disabled() {
    PlannedUser user = written(PlannedUserBuilder.plain().enabled(false));

    assertThat(target().find(user.id()).orElseThrow().enabled()).isFalse();
    assertThat(stored(user.id()).orElseThrow().enabled()).isFalse();
  }

  @Test
  void an_unverified_address_stays_unverified() {
    PlannedUser user =
        written(
            PlannedUserBuilder.plain()
                .email("unverified-" + unique() + "@example.org", false)
                .phoneNumber("+4930901821", false));

    assertThat(stored(user.id()).orElseThrow().emailVerified()).isFalse();
    assertThat(stored(user.id()).orElseThrow().phoneNumberVerified()).isFalse();
  }

  @Test
  void nothing_is_written_by_foretelling() {
    PlannedUser user = PlannedUserBuilder.plain().build();

    assertThat(target().foretell(List.of(user)))
        .containsExactly(new WriteOutcome.Created(user.id()));

    assertThat(target().find(user.id())).isEmpty();
    assertThat(target().elsewhere(List.of(user.id()))).isEmpty();
  }

  @Test
  void writing_again_changes_nothing_and_says_so() {
    PlannedUser user = written(PlannedUserBuilder.plain().names("First", "Writing"));
    PlannedUser again =
        PlannedUserBuilder.plain()
            .id(user.id().value())
            .username(user.username())
            .names("Second", "Writing")
            .build();

    assertThat(target().write(List.of(again)))
        .containsExactly(new WriteOutcome.AlreadyThere(user.id()));
    assertThat(stored(user.id()).orElseThrow().givenName()).isEqualTo("First");
  }

  @Test
  void a_user_twice_in_a_batch_is_written_once() {
    PlannedUser user = PlannedUserBuilder.plain().build();

    assertThat(target().write(List.of(user, user)))
        .containsExactly(
            new WriteOutcome.Created(user.id()), new WriteOutcome.AlreadyThere(user.id()));
  }

  @Test
  void a_username_that_belongs_to_another_user_is_refused_and_the_rest_is_written() {
    PlannedUser owner = written(PlannedUserBuilder.plain());
    PlannedUser before = PlannedUserBuilder.plain().build();
    PlannedUser rival = PlannedUserBuilder.plain().username(owner.username()).build();
    PlannedUser after = PlannedUserBuilder.plain().build();

    List<WriteOutcome> outcomes = target().write(List.of(before, rival, after));

    assertThat(outcomes)
        .extracting(WriteOutcome::id)
        .containsExactly(before.id(), rival.id(), after.id());
    assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Created.class);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class, refused -> assertThat(refused.problem()).isNotBlank());
    assertThat(outcomes.get(2)).isInstanceOf(WriteOutcome.Created.class);
    assertThat(target().find(rival.id())).isEmpty();
    assertThat(target().find(owner.id()).orElseThrow().username()).isEqualTo(owner.username());
  }

  @Test
  void a_full_batch_is_taken_and_answered_in_order() {
    List<PlannedUser> batch =
        IntStream.range(0, target().describe().batchSize())
            .mapToObj(each -> PlannedUserBuilder.plain().build())
            .toList();

    List<WriteOutcome> outcomes = target().write(batch);

    assertThat(outcomes).allMatch(WriteOutcome.Created.class::isInstance);
    assertThat(outcomes)
        .extracting(WriteOutcome::id)
        .containsExactlyElementsOf(batch.stream().map(PlannedUser::id).toList());
  }

  @Test
  void writers_of_the_same_users_create_each_of_them_once()
      throws InterruptedException, ExecutionException {
    List<PlannedUser> batch =
        Stream.generate(() -> PlannedUserBuilder.plain().build()).limit(20).toList();

    List<WriteOutcome> outcomes = writeByTwo(batch);
    outcomes.addAll(target().write(batch));

    for (PlannedUser user : batch) {
      List<WriteOutcome> own = outcomes.stream().filter(o -> o.id().equals(user.id())).toList();
      assertThat(own).filteredOn(WriteOutcome.Created.class::isInstance).hasSize(1);
      assertThat(own).noneMatch(WriteOutcome.Refused.class::isInstance);
      assertThat(target().find(user.id())).isPresent();
    }
  }

  private List<WriteOutcome> writeByTwo(List<PlannedUser> batch)
      throws InterruptedException, ExecutionException {
    List<WriteOutcome> outcomes = new ArrayList<>();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<WriteOutcome>>> answers =
          List.of(
              writers.submit(() -> target().write(batch)),
              writers.submit(() -> target().write(batch)));
      for (Future<List<WriteOutcome>> answer : answers) {
        outcomes.addAll(answer.get());
      }
    }
    return outcomes;
  }
}
