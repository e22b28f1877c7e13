package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.EmailClaim;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.fusionauth.wire.Fault;
import dev.sluice.contracts.fusionauth.wire.Reply;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
  void a_group_that_gives_roles_and_is_not_sluices_refuses_its_members_alone() throws Exception {
    UUID role = UUID.randomUUID();
    try (FusionAuthApi admin = new FusionAuthApi(Fakes.options(fake))) {
      post(
          admin,
          "/api/application",
          """
          {"application": {"name": "Back office", "roles": [{"id": "%s", "name": "admin"}]}}
          """
              .formatted(role));
      post(
          admin,
          "/api/group",
          """
          {"group": {"name": "admins"}, "roleIds": ["%s"]}
          """
              .formatted(role));
    }
    PlannedUser member = PlannedUserBuilder.plain().groups("/admins").build();

    List<WriteOutcome> outcomes = target.write(List.of(member, plain));

    assertThat(refusal(outcomes.get(0)))
        .contains("\"admins\" of the tenant gives its members roles", "mapping.groups");
    assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Created(plain.id()));
    assertThat(fake.user(member.id().value())).isEmpty();
  }

  private static void post(FusionAuthApi admin, String path, String body) throws Exception {
    admin.post(path, (ObjectNode) JsonMapper.shared().readTree(body)).expectOk();
  }

  @Test
  void an_address_that_is_anothers_is_kept_beside_the_logins() {
    PlannedUser owner =
        PlannedUserBuilder.plain().username("owner").email("ann@example.org", true).build();
    PlannedUser other =
        PlannedUserBuilder.plain().username("other").email("ann@example.org", true).build();

    assertThat(target.write(List.of(other.claiming(EmailClaim.YIELD), owner)))
        .containsExactly(
            new WriteOutcome.Created(other.id(), true), new WriteOutcome.Created(owner.id()));

    ObjectNode stored = fake.user(other.id().value()).orElseThrow();
    assertThat(stored.has("email")).isFalse();
    assertThat(stored.path("verified").asBoolean(true)).isFalse();
    assertThat(stored.at("/data/sluice_contested_email").asString()).isEqualTo("ann@example.org");
    assertThat(((WriteOutcome.Refused) target.write(List.of(third())).getFirst()).taken()).isTrue();
  }

  private static PlannedUser third() {
    return PlannedUserBuilder.plain().username("third").email("ANN@example.org", true).build();
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
