package dev.sluice.targets.keycloak.provision.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.RichPool;
import dev.sluice.targets.provision.DesiredObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInProvidersTest {
  private static final RealmAddress ADDRESS =
      new RealmAddress("https://login.example/realms/customers", "");

  @Test
  void a_provider_whose_name_keycloak_refuses_is_told_of_and_the_others_are_made() {
    SignInProviders providers =
        named("Corp/SAML", "Corp.SAML", "Corp&Sons", "Corp-SAML_2", "Corp SAML");

    assertThat(providers.desired())
        .extracting(DesiredObject::name)
        .containsExactly("Corp.SAML", "Corp-SAML_2");
    assertThat(providers.impossible())
        .satisfiesExactly(
            slash -> assertThat(slash.text()).contains("\"Corp/SAML\" another way to log in"),
            and -> assertThat(and.text()).contains("\"Corp&Sons\" another way to log in"),
            blank -> assertThat(blank.text()).contains("\"Corp SAML\" another way to log in"));
  }

  @Test
  void in_the_slow_way_each_provider_says_that_its_logins_make_second_accounts() {
    assertThat(new SignInProviders(ADDRESS, slow(request("Corp"))).desired())
        .singleElement()
        .satisfies(provider ->
            assertThat(provider.lost().toString())
                .contains("second account with another id", "Choose mode: hybrid"));
    assertThat(named("Corp").desired())
        .singleElement()
        .satisfies(
            provider -> assertThat(provider.lost().toString()).doesNotContain("second account"));
  }

  private static ProvisionRequest slow(ProvisionRequest hybrid) {
    return new ProvisionRequest(
        MigrationMode.SLOW,
        hybrid.gatewayUrl(),
        hybrid.gatewayToken(),
        hybrid.attributeNames(),
        hybrid.groups(),
        hybrid.loginWithEmail(),
        hybrid.pool(),
        hybrid.names());
  }

  private static SignInProviders named(String... names) {
    return new SignInProviders(ADDRESS, request(names));
  }

  private static ProvisionRequest request(String... names) {
    return RichPool.request(
        RichPool.pool(
            new MfaSettings("OFF", List.of()),
            List.of(names).stream()
                .map(name -> RichPool.provider(name, "SAML", Map.of()))
                .toList()));
  }
}
