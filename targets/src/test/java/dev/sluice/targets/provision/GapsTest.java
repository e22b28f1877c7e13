package dev.sluice.targets.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.pool.client.AppClient;
import dev.sluice.api.pool.signin.MfaSettings;
import dev.sluice.targets.RichPool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pool or an app client has that a target lacks, for a target that supplies only words. */
class GapsTest {
  private static final MfaSettings FACTORS =
      new MfaSettings("ON", List.of("SMS", "SOFTWARE_TOKEN", "EMAIL_OTP"));

  @Test
  void the_targets_words_end_the_sentence_of_each_that_the_pool_has() {
    assertThat(
            PoolGap.sentences(RichPool.pool(FACTORS), Map.of(PoolGap.SECOND_FACTOR, "bring one")))
        .contains("second factor SMS: bring one", "second factor EMAIL_OTP: bring one")
        .noneMatch(text -> text.contains("SOFTWARE_TOKEN"));
  }

  @Test
  void what_the_target_has_no_words_for_is_no_gap() {
    assertThat(PoolGap.sentences(RichPool.pool(), Map.of()))
        .isNotEmpty()
        .allMatch(text -> text.startsWith("Lambda trigger "));
  }

  @Test
  void an_app_clients_gaps_name_the_target() {
    AppClient client = RichPool.pool().clients().getFirst().withoutSecret();

    assertThat(AppClientGap.sentences(client, "Elsewhere", Map.of(AppClientGap.SRP, "none here")))
        .contains("ALLOW_USER_SRP_AUTH: SRP: none here")
        .anyMatch(text -> text.startsWith("PKCE: "))
        .contains("ID tokens hold as long as access tokens: 17 min instead of 23 min")
        .noneMatch(text -> text.startsWith("implicit grant"));
  }
}
