package dev.sluice.targets.fusionauth.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.resource.ImportStyle;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.fusionauth.Fakes;
import dev.sluice.targets.fusionauth.FusionAuthTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.api.lifecycle.AfterContainer;

/** Of any batch exactly those at fault are refused, however FusionAuth says who they are. */
class NarrowingTest {
  static final int USERS = 40;
  private static final FakeFusionAuth FAKE = FakeFusionAuth.start();
  private static final FusionAuthTarget TARGET = Fakes.target(Fakes.options(FAKE));
  private static final PlannedUser OWNER = owner();

  @AfterContainer
  static void close() {
    TARGET.close();
    FAKE.close();
  }

  private static PlannedUser owner() {
    PlannedUser owner = PlannedUserBuilder.plain().email("taken@example.org", true).build();
    assertThat(TARGET.write(List.of(owner))).containsExactly(new WriteOutcome.Created(owner.id()));
    return owner;
  }

  @Property(tries = 60)
  void exactly_those_at_fault_are_refused_and_the_others_come_in(
      @ForAll @Size(max = USERS) @UniqueElements List<@IntRange(max = USERS - 1) Integer> faulty,
      @ForAll ImportStyle style) {
    FAKE.importErrors(style);
    List<PlannedUser> batch =
        IntStream.range(0, USERS).mapToObj(place -> user(faulty.contains(place))).toList();

    List<WriteOutcome> outcomes = TARGET.write(batch);

    for (int place = 0; place < USERS; place++) {
      boolean isFaulty = faulty.contains(place);
      assertThat(outcomes.get(place).id()).isEqualTo(batch.get(place).id());
      assertThat(outcomes.get(place))
          .isInstanceOf(isFaulty ? WriteOutcome.Refused.class : WriteOutcome.Created.class);
      assertThat(FAKE.user(batch.get(place).id().value()).isPresent()).isNotEqualTo(isFaulty);
    }
  }

  private static PlannedUser user(boolean faulty) {
    PlannedUserBuilder user = PlannedUserBuilder.plain();
    return faulty ? user.email("taken@example.org", false).build() : user.build();
  }

  @Property(tries = 40)
  void who_was_there_before_is_said_to_be_and_the_others_come_in(
      @ForAll @Size(max = USERS) @UniqueElements List<@IntRange(max = USERS - 1) Integer> before,
      @ForAll @Size(max = 5) @UniqueElements List<@IntRange(max = USERS - 1) Integer> faulty,
      @ForAll ImportStyle style) {
    FAKE.importErrors(style);
    Set<Integer> wrong =
        faulty.stream().filter(place -> !before.contains(place)).collect(Collectors.toSet());
    List<PlannedUser> batch =
        IntStream.range(0, USERS).mapToObj(place -> user(wrong.contains(place))).toList();
    TARGET.write(before.stream().map(batch::get).toList());

    List<WriteOutcome> outcomes = TARGET.write(batch);

    for (int place = 0; place < USERS; place++) {
      Class<? extends WriteOutcome> expected =
          before.contains(place)
              ? WriteOutcome.AlreadyThere.class
              : wrong.contains(place) ? WriteOutcome.Refused.class : WriteOutcome.Created.class;
      assertThat(outcomes.get(place)).isInstanceOf(expected);
    }
  }

  @Property(tries = 20)
  void of_users_who_share_a_login_the_first_comes_in(
      @ForAll @Size(min = 2, max = USERS) List<@IntRange(max = 9) Integer> names,
      @ForAll ImportStyle style) {
    FAKE.importErrors(style);
    String run = UUID.randomUUID().toString();
    List<PlannedUser> batch =
        names.stream()
            .map(name -> PlannedUserBuilder.plain().username(run + "-" + name).build())
            .toList();

    List<WriteOutcome> outcomes = TARGET.write(batch);

    List<Integer> seen = new ArrayList<>();
    for (int place = 0; place < names.size(); place++) {
      boolean first = !seen.contains(names.get(place));
      seen.add(names.get(place));
      assertThat(outcomes.get(place))
          .isInstanceOf(first ? WriteOutcome.Created.class : WriteOutcome.Refused.class);
    }
  }

  @Property(tries = 5)
  void a_refusal_says_what_fusionauth_said_and_what_to_do(@ForAll ImportStyle style) {
    FAKE.importErrors(style);

    assertThat(TARGET.write(List.of(user(true))))
        .singleElement()
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused ->
                assertThat(refused.problem())
                    .contains("FusionAuth answered 400 to POST /api/user/import: ")
                    .containsAnyOf("Rename or remove one of the two", "retry rejected users"));
    assertThat(FAKE.user(OWNER.id().value())).isPresent();
  }
}
