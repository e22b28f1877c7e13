package dev.sluice.cognito.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.Secret;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CognitoOptionsTest {
  private final CognitoOptions options = CognitoOptions.of("ap-south-1_Ab12Cd34E", "5client");

  @Test
  void the_region_is_the_first_part_of_the_pools_id_unless_told() {
    assertThat(options.effectiveRegion()).isEqualTo("ap-south-1");
    assertThat(
            new CognitoOptions(
                    "ap-south-1_Ab12Cd34E",
                    "us-west-2",
                    null,
                    "5client",
                    null,
                    PasswordFlow.USER,
                    7,
                    Reading.ONE_CHAIN,
                    Map.of())
                .effectiveRegion())
        .isEqualTo("us-west-2");
  }

  @Test
  void a_pool_id_that_is_none_is_refused() {
    assertThatThrownBy(() -> CognitoOptions.of("my pool", "5client"))
        .hasMessageContaining("user-pool-id looks like eu-west-1_Ab12Cd34E, not \"my pool\"");
  }

  @Test
  void more_than_aws_gives_anybody_is_refused_except_for_a_stand_in() {
    assertThatThrownBy(() -> options.withRequestsPerSecond(31)).hasMessageContaining("at most 30");
    assertThat(
            options
                .at(URI.create("http://127.0.0.1:5055"))
                .withRequestsPerSecond(500)
                .requestsPerSecond())
        .isEqualTo(500);
    assertThatThrownBy(() -> options.withRequestsPerSecond(0)).hasMessageContaining("more than 0");
  }

  @Test
  void only_loopback_is_taken_for_a_stand_in() {
    assertThat(options.onLoopback()).isFalse();
    assertThat(options.at(URI.create("http://127.0.0.1:5055")).onLoopback()).isTrue();
    assertThat(options.at(URI.create("http://[::1]:5055")).onLoopback()).isTrue();
    assertThat(options.at(URI.create("https://192.0.2.4")).onLoopback()).isFalse();
  }

  @Test
  void the_secret_is_never_printed() {
    assertThat(options.withSecret(new Secret("client-secret-of-the-test")).toString())
        .doesNotContain("client-secret-of-the-test");
  }

  @Test
  void the_words_of_the_configuration_file_are_read_and_others_refused() {
    assertThat(PasswordFlow.of("admin")).isEqualTo(PasswordFlow.ADMIN);
    assertThat(PasswordFlow.of("user")).isEqualTo(PasswordFlow.USER);
    assertThat(PasswordFlow.of("srp")).isEqualTo(PasswordFlow.SRP);
    assertThatThrownBy(() -> PasswordFlow.of("magic")).hasMessageContaining("\"magic\"");
    assertThat(Reading.of("sharded")).isEqualTo(Reading.SHARDED);
    assertThat(Reading.of("one-chain")).isEqualTo(Reading.ONE_CHAIN);
    assertThatThrownBy(() -> Reading.of("fast")).hasMessageContaining("\"fast\"");
  }
}
