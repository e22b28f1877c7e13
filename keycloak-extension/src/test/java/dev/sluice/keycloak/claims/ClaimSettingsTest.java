package dev.sluice.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.keycloak.wire.WireException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ProtocolMapperModel;

class ClaimSettingsTest {
  @Test
  void what_is_not_set_is_as_in_cognito() {
    assertThat(ClaimSettings.of(mapper(Map.of())))
        .isEqualTo(new ClaimSettings(Map.of(), Map.of(), false, true, true));
  }

  @Test
  void everything_can_be_set() {
    assertThat(
            ClaimSettings.of(
                mapper(
                    Map.of(
                        "attributes", "[{\"key\":\"custom:plan\",\"value\":\"plan\"}]",
                        "groups", "[{\"key\":\"/staff/admins\",\"value\":\"administrators\"}]",
                        "generated.usernames", "true",
                        "without.audience", "false",
                        "client.as.subject", "false"))))
        .isEqualTo(
            new ClaimSettings(
                Map.of("custom:plan", "plan"),
                Map.of("/staff/admins", "administrators"),
                true,
                false,
                false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "cognito:groups", "email", "aud", "token_use", "customary"})
  void an_attribute_never_becomes_a_claim_that_says_who_somebody_is(String claim) {
    String attributes = "[{\"key\":\"" + claim + "\",\"value\":\"mine\"}]";
    assertThatThrownBy(() -> ClaimSettings.of(mapper(Map.of("attributes", attributes))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + claim + "\"");
  }

  @Test
  void what_is_no_map_is_refused() {
    assertThatThrownBy(() -> ClaimSettings.of(mapper(Map.of("groups", "{}"))))
        .isInstanceOf(WireException.class);
  }

  private static ProtocolMapperModel mapper(Map<String, String> config) {
    var mapper = new ProtocolMapperModel();
    mapper.setConfig(config);
    return mapper;
  }
}
