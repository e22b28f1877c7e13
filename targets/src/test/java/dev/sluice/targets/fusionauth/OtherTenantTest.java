package dev.sluice.targets.fusionauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.contracts.fusionauth.FakeFusionAuth;
import dev.sluice.contracts.target.PlannedUserBuilder;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A FusionAuth has more tenants than the one that people move to. */
class OtherTenantTest {
  private final FakeFusionAuth fake = FakeFusionAuth.start();
  private final String other = fake.addTenant("Of somebody else");
  private final FusionAuthTarget target = Fakes.target(Fakes.options(fake));

  @AfterEach
  void close() {
    target.close();
    fake.close();
  }

  @Test
  void a_group_of_another_tenant_is_left_alone() {
    String foreign = fake.addGroup("staff", other);
    PlannedUser user = PlannedUserBuilder.plain().groups("/staff").build();

    assertThat(target.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));

    String group =
        fake.user(user.id().value()).orElseThrow().at("/memberships/0/groupId").asString();
    assertThat(group).isNotEqualTo(foreign);
    assertThat(fake.object(group).orElseThrow().path("tenantId").asString())
        .isEqualTo(FakeFusionAuth.TENANT);
  }

  @Test
  void an_account_is_linked_at_the_provider_of_the_tenant_itself() {
    fake.addIdentityProvider("Google", "Google", other);
    fake.addIdentityProvider("Google", "Google");
    String ours = fake.addIdentityProvider("Google", "Google", FakeFusionAuth.TENANT);

    assertThat(providerOf(linked())).isEqualTo(ours);
  }

  @Test
  void where_the_tenant_has_none_the_provider_of_all_tenants_is_taken() {
    fake.addIdentityProvider("Google", "Google", other);
    String shared = fake.addIdentityProvider("Google", "Google");

    assertThat(providerOf(linked())).isEqualTo(shared);
  }

  @Test
  void a_provider_that_was_made_anew_is_found() {
    String first = fake.addIdentityProvider("Google", "Google");
    assertThat(providerOf(linked())).isEqualTo(first);
    String ours = fake.addIdentityProvider("Google", "Google", FakeFusionAuth.TENANT);

    assertThat(providerOf(linked())).isEqualTo(ours);
  }

  @Test
  void who_is_in_another_tenant_by_the_same_id_is_refused_with_what_to_do_there() {
    PlannedUser user = PlannedUserBuilder.plain().build();
    try (FusionAuthTarget tried = Fakes.target(of(other))) {
      assertThat(tried.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
    }

    assertThat(target.write(List.of(user)))
        .singleElement()
        .isInstanceOfSatisfying(
            WriteOutcome.Refused.class,
            refused ->
                assertThat(refused.problem())
                    .contains("Another tenant of this FusionAuth has a user with this id")
                    .doesNotContain("Rename"));
  }

  private FusionAuthOptions of(String tenant) {
    return new FusionAuthOptions(
        fake.url(),
        new Secret(FakeFusionAuth.KEY),
        UUID.fromString(tenant),
        List.of(),
        10,
        Duration.ofSeconds(5),
        ImportedUsers.V1_LOGIN);
  }

  private PlannedUser linked() {
    PlannedUser user =
        PlannedUserBuilder.plain().identity("Google", UUID.randomUUID().toString()).build();
    assertThat(target.write(List.of(user))).containsExactly(new WriteOutcome.Created(user.id()));
    return user;
  }

  private String providerOf(PlannedUser user) {
    return fake.links(user.id().value()).getFirst().path("identityProviderId").asString();
  }
}
