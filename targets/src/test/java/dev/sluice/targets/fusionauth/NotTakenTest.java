package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.contracts.target.PlannedUserBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What FusionAuth does not take of one user holds up nobody else. */
class NotTakenTest {
  private static final Fault NO =
      new Fault.Instead(
          Reply.of(
              400,
              JsonMapper.shared()
                  .readTree(
                      """
                      {"fieldErrors": {"made-up": [
                        {"code": "[invalid]made-up", "message": "A made-up rule."}]}}
                      """)));

  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final FusionAuthTarget target = Fakes.target(Fakes.options(fake));
  private final PlannedUser plain = PlannedUserBuilder.plain().build();

  @AfterEach
  void close() {
    target.close();
    fake.close();
  }

  @Test
  void a_group_that_is_not_taken_refuses_its_members_alone() {
    PlannedUser member = PlannedUserBuilder.plain().groups("/odd").build();
    PlannedUser other = PlannedUserBuilder.plain().groups("/staff").build();
    fake.faults()
        .strike(
            call ->
                call.line().equals("POST /api/group")
                    && call.body().at("/group/name").asString("").equals("odd"),
            NO);

    List<WriteOutcome> outcomes = target.write(List.of(plain, member, other));

    assertThat(outcomes.get(0)).isEqualTo(new WriteOutcome.Created(plain.id()));
    assertThat(refusal(outcomes.get(1)))
        .contains("A made-up rule.")
        .contains("the group name \"odd\"")
        .contains("mapping.groups");
    assertThat(outcomes.get(2)).isEqualTo(new WriteOutcome.Created(other.id()));
  }

  @Test
  void an_account_that_cannot_be_looked_up_refuses_its_owner_alone() {
    fake.addIdentityProvider("Google", "Google");
    PlannedUser linked = PlannedUserBuilder.plain().identity("Google", "17").build();
    fake.faults().strike("GET /api/identity-provider/link", NO);

    List<WriteOutcome> outcomes = target.write(List.of(linked, plain));

    assertThat(refusal(outcomes.get(0)))
        .contains("A made-up rule.")
        .contains("Link the account at Google manually");
    assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Created(plain.id()));
  }

  @Test
  void an_account_that_cannot_be_linked_leaves_the_others_their_outcomes() {
    fake.addIdentityProvider("Google", "Google");
    PlannedUser linked = PlannedUserBuilder.plain().identity("Google", "17").build();
    fake.faults().strike("POST /api/identity-provider/link", NO);

    List<WriteOutcome> outcomes = target.write(List.of(linked, plain));

    assertThat(refusal(outcomes.get(0))).contains("Link the account at Google manually");
    assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Created(plain.id()));
  }

  @Test
  void a_picture_that_is_no_address_stays_in_data_alone() {
    String picture = "{\"data\":{\"height\":50,\"url\":\"https://pictures.example.org/7 8\"}}";
    PlannedUser user =
        PlannedUserBuilder.plain().attributes(Map.of("picture", List.of(picture))).build();

    assertThat(target.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));

    assertThat(fake.user(user.id().value()).orElseThrow().at("/data/picture").asString())
        .isEqualTo(picture);
  }

  @Test
  void a_login_is_taken_as_long_as_the_limits_say() {
    TargetFactory factory = new FusionAuthTargetFactory();
    int longest = factory.limits().longestField();
    PlannedUser longName = PlannedUserBuilder.plain().username("n".repeat(longest)).build();
    PlannedUser longer = PlannedUserBuilder.plain().username("m".repeat(longest + 1)).build();

    List<WriteOutcome> outcomes = target.write(List.of(longName, longer));

    assertThat(outcomes.get(0)).isEqualTo(new WriteOutcome.Created(longName.id()));
    assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Refused.class);
  }

  private static String refusal(WriteOutcome outcome) {
    assertThat(outcome).isInstanceOf(WriteOutcome.Refused.class);
    return ((WriteOutcome.Refused) outcome).problem();
  }
}
