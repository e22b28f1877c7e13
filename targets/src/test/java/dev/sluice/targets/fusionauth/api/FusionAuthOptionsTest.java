package dev.sluice.targets.fusionauth.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What an operator may write under {@code target.fusionauth}. */
class FusionAuthOptionsTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "url", "https://auth.example.org/",
          "api-key", "made-up-key",
          "tenant-id", "7f2c6e0a-94d1-4a5b-8c3e-2b1d5f60a9e4");

  private final TargetFactory factory =
      ServiceLoader.load(TargetFactory.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(each -> each.name().equals("fusionauth"))
          .findFirst()
          .orElseThrow();

  private static Map<String, String> with(String key, String value) {
    Map<String, String> values = new HashMap<>(GOOD);
    values.put(key, value);
    return values;
  }

  @Test
  void the_least_is_enough() {
    assertThat(factory.problems(GOOD)).isEmpty();
    FusionAuthOptions options = FusionAuthOptions.from(GOOD);

    assertThat(options.url()).hasToString("https://auth.example.org");
    assertThat(options.applicationIds()).isEmpty();
    assertThat(options.batchSize()).isEqualTo(1_000);
    assertThat(options.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.toString()).doesNotContain("made-up-key");
  }

  @Test
  void all_that_is_wrong_is_told_at_once_and_no_secret_is() {
    Map<String, String> wrong = new HashMap<>(GOOD);
    wrong.put("url", "auth.example.org");
    wrong.put("tenant-id", "customers");
    wrong.put("application-ids", "3c219e58-ed0e-4b18-ad48-f4f92793ae32, shop");
    wrong.put("batch-size", "100000");
    wrong.put("timeout-seconds", "0");
    wrong.put("imported-users", "perhaps");

    assertThat(factory.problems(wrong))
        .extracting(OptionProblem::toString)
        .containsExactlyInAnyOrder(
            "url: \"auth.example.org\" is not right; expected an http:// or https:// address with a"
                + " host and without a query",
            "tenant-id: \"customers\" is not right; expected a UUID such as"
                + " 7f2c6e0a-94d1-4a5b-8c3e-2b1d5f60a9e4",
            "application-ids: \"shop\" is not right; expected a UUID such as"
                + " 7f2c6e0a-94d1-4a5b-8c3e-2b1d5f60a9e4",
            "batch-size: \"100000\" is not right; expected a whole number from 1 to 10000",
            "timeout-seconds: \"0\" is not right; expected a whole number from 1 to 600",
            "imported-users: \"perhaps\" is not right; expected one of unconfirmed, connector,"
                + " v1-login");
    assertThatThrownBy(() -> factory.open(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("url: \"auth.example.org\" is not right")
        .hasMessageNotContaining("made-up-key");
  }

  @Test
  void hybrid_is_claimed_once_somebody_has_said_how_it_works() {
    assertThat(capabilities(GOOD)).doesNotContain(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS);
    assertThat(capabilities(with("imported-users", "connector")))
        .contains(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS);
    assertThat(capabilities(with("imported-users", "v1-login")))
        .contains(TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS);
    assertThat(factory.describe().capabilities())
        .doesNotContain(
            TargetCapability.FIRST_LOGIN_OF_WRITTEN_USERS,
            TargetCapability.UPDATES,
            TargetCapability.REMOVES,
            TargetCapability.SECOND_FACTOR_FLAG);
  }

  private Iterable<TargetCapability> capabilities(Map<String, String> values) {
    try (Target target = factory.open(values)) {
      assertThat(target.describe().parallelism()).isEqualTo(1);
      return target.describe().capabilities();
    }
  }

  @Test
  void the_key_and_the_mail_servers_password_are_secrets() {
    assertThat(factory.options())
        .filteredOn(TargetOption::secret)
        .extracting(TargetOption::key)
        .containsExactly("api-key", "smtp-password");
    assertThat(factory.dispositions()).containsKey("ids");
  }
}
