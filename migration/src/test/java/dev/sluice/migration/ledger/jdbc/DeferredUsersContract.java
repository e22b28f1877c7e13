package dev.sluice.migration.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.ledger.DeferredUsers;
import dev.sluice.api.ledger.RunLog;
import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.SourceStatus;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks how a run's deferred users are kept, in every database. */
public abstract class DeferredUsersContract extends OpenedLedger {
  private RunLog.OpenRun run;
  private DeferredUsers deferred;

  @BeforeEach
  final void begin() {
    run = store.runs().open("bulk").orElseThrow();
    deferred = run.deferred();
  }

  @AfterEach
  final void end() {
    run.close();
  }

  @Test
  void a_deferred_user_comes_back_unchanged_even_after_a_crash() {
    UserRecord odd =
        new UserRecord(
            new UserId("7F-not-a-uuid \uD83D\uDE00"),
            "Größe\u0000\uD800\"'\u202E",
            SourceStatus.RESET_REQUIRED,
            false,
            Map.of("custom:note", "\u0000\uDFFFe\u0301\n", "email", ""),
            List.of(
                new ExternalIdentity("Acme", "SAML", "7\uDC00", "https://x", true, START),
                new ExternalIdentity("Google", "Google", "7", null, false, null)),
            List.of("staff"),
            Instant.parse("2017-01-02T03:04:05.678Z"),
            Instant.parse("2018-01-02T03:04:05.678901Z"));
    deferred.put(List.of(odd));

    run.close();
    reopen();
    begin();

    assertThat(all()).containsExactly(odd);
  }

  @Test
  void a_user_that_is_deferred_again_is_there_once_as_deferred_last() {
    UserRecord later = federated(1, "g-1").withGroups(List.of("staff"));

    deferred.put(List.of(federated(1, "g-1"), federated(1, "g-1")));
    deferred.put(List.of(later));

    assertThat(all()).containsExactly(later);
    assertThat(deferred.sharing(List.of(later))).isEmpty();
  }

  @Test
  void each_deferred_user_is_in_one_part_and_comes_in_pages_in_order() {
    List<UserRecord> people = new ArrayList<>();
    IntStream.range(0, 90).forEach(i -> people.add(federated(i, "g-" + i)));
    List.of("", "/", "0", "9", "A", "a", "f", "zz", "é", "\uD83D\uDE00")
        .forEach(id -> people.add(record(id + "-odd", List.of(google("odd" + id, true)))));
    deferred.put(people);

    assertThat(all()).containsExactlyInAnyOrderElementsOf(people);
    for (String part : deferred.parts()) {
      assertThat(inPages(part, 2)).isEqualTo(inPages(part, 1000));
    }
  }

  @Test
  void two_of_each_kind_are_listed_of_the_users_that_share_an_account() {
    List<UserRecord> made = IntStream.range(0, 5).mapToObj(i -> federated(i, "shared")).toList();
    List<UserRecord> linked = IntStream.range(5, 10).mapToObj(i -> linked(i, "shared")).toList();
    UserRecord alone = federated(10, "alone");
    deferred.put(List.of(alone));
    made.forEach(user -> deferred.put(List.of(user)));
    linked.forEach(user -> deferred.put(List.of(user)));

    List<UserRecord> sharing = deferred.sharing(List.of(alone, made.get(2)));

    assertThat(sharing)
        .containsExactlyInAnyOrder(
            made.getFirst(), made.getLast(), linked.getFirst(), linked.getLast());
  }

  @Test
  void an_account_of_the_same_id_at_another_provider_is_another_one() {
    UserRecord google = record("1-one", List.of(google("7", true)));
    UserRecord acme =
        record("2-two", List.of(new ExternalIdentity("Acme", "SAML", "7", null, true, null)));
    deferred.put(List.of(google, acme));

    assertThat(deferred.sharing(List.of(google, acme))).isEmpty();
  }

  @Test
  void two_runs_do_not_see_each_others_deferred_users_and_forget_only_their_own() {
    deferred.put(List.of(federated(1, "g")));
    try (RunLog.OpenRun sync = store.runs().open("sync").orElseThrow()) {
      sync.deferred().put(List.of(linked(2, "g")));
      assertThat(deferred.sharing(all())).isEmpty();

      deferred.forget();
      deferred.forget();

      assertThat(all()).isEmpty();
      assertThat(sync.deferred().next(sync.deferred().parts().get(2), Optional.empty(), 9))
          .isEmpty();
      assertThat(
              sync.deferred().parts().stream()
                  .map(part -> sync.deferred().next(part, Optional.empty(), 9))
                  .flatMap(Collection::stream))
          .containsExactly(linked(2, "g"));
    }
  }

  @Test
  void a_new_run_forgets_the_deferred_users_that_an_ended_run_left_behind() {
    DeferredUsers first = deferred;
    first.put(List.of(federated(1, "g")));
    run.finish();
    run.close();

    begin();

    assertThat(first.parts())
        .allSatisfy(part -> assertThat(first.next(part, Optional.empty(), 9)).isEmpty());
    deferred.put(List.of(linked(2, "g")));
    assertThat(deferred.sharing(all())).isEmpty();
  }

  @Test
  void forgotten_users_share_no_account_any_more() {
    deferred.put(IntStream.range(0, 40).mapToObj(i -> federated(i, "g")).toList());
    deferred.forget();
    deferred.put(List.of(linked(50, "g")));

    assertThat(deferred.sharing(List.of(linked(50, "g")))).isEmpty();
  }

  private List<UserRecord> all() {
    return deferred.parts().stream().flatMap(part -> inPages(part, 7).stream()).toList();
  }

  private List<UserRecord> inPages(String part, int size) {
    List<UserRecord> found = new ArrayList<>();
    List<UserRecord> page = deferred.next(part, Optional.empty(), size);
    while (!page.isEmpty()) {
      found.addAll(page);
      page = deferred.next(part, Optional.of(page.getLast().id()), size);
    }
    return found;
  }

  private static UserRecord federated(int index, String account) {
    return record(person(index).id().value(), List.of(google(account, true)));
  }

  private static UserRecord linked(int index, String account) {
    return record(person(index).id().value(), List.of(google(account, false)));
  }

  private static ExternalIdentity google(String account, boolean primary) {
    return new ExternalIdentity("Google", "Google", account, null, primary, START);
  }

  private static UserRecord record(String id, List<ExternalIdentity> identities) {
    return new UserRecord(
        new UserId(id),
        "name of " + id,
        SourceStatus.EXTERNAL_PROVIDER,
        true,
        Map.of("email", "x@example.org"),
        identities,
        List.of(),
        START,
        START.plusSeconds(9));
  }
}
