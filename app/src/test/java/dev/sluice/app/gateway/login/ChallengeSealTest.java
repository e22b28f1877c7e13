package dev.sluice.app.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.login.FactorAsked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeSealTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
  private static final FactorAsked ASKED =
      new FactorAsked(
          new UserId("c4f1e0d2-0007"),
          new Challenge(
              SecondFactor.CHOICE,
              "ünïcode@example.org",
              new Secret("s".repeat(2_000) + "-session"),
              "+*******1234",
              List.of(SecondFactor.EMAIL, SecondFactor.TOTP)));

  private final ChallengeSeal seal = seal("gateway-token-of-a-test-1234", NOW);

  @Test
  void another_gateway_with_the_same_token_reads_all_of_it() {
    FactorAsked read =
        seal("gateway-token-of-a-test-1234", NOW.plusSeconds(170))
            .open(seal.seal(ASKED))
            .orElseThrow();

    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("challenge.session")
        .isEqualTo(ASKED);
    assertThat(read.challenge().session().reveal()).isEqualTo(ASKED.challenge().session().reveal());
  }

  @Test
  void it_is_too_old_after_three_minutes() {
    String token = seal.seal(ASKED);

    assertThat(at(Duration.ofMinutes(3).minusMillis(1)).open(token)).isPresent();
    assertThat(at(Duration.ofMinutes(3)).open(token)).isEmpty();
  }

  @Test
  void nothing_of_it_can_be_read_and_no_two_are_alike() {
    String token = seal.seal(ASKED);
    String bytes = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.ISO_8859_1);

    assertThat(bytes).doesNotContain("session", "c4f1e0d2", "example.org", "1234", "TOTP");
    assertThat(seal.seal(ASKED)).isNotEqualTo(token);
  }

  @Test
  void a_gateway_with_another_token_cannot_read_it() {
    assertThat(seal("gateway-token-of-a-test-1235", NOW).open(seal.seal(ASKED))).isEmpty();
  }

  @Test
  void one_changed_bit_anywhere_makes_it_worthless() {
    byte[] bytes = Base64.getUrlDecoder().decode(seal.seal(ASKED));
    for (int at = 0; at < bytes.length; at += 97) {
      bytes[at] ^= 1;
      assertThat(seal.open(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
      bytes[at] ^= 1;
    }
    assertThat(seal.open(Base64.getUrlEncoder().encodeToString(bytes))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "!!!",
        "AAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void what_never_was_one_is_none(String token) {
    assertThat(seal.open(token)).isEmpty();
  }

  private static ChallengeSeal at(Duration later) {
    return seal("gateway-token-of-a-test-1234", NOW.plus(later));
  }

  private static ChallengeSeal seal(String gatewayToken, Instant now) {
    return new ChallengeSeal(new Secret(gatewayToken), InstantSource.fixed(now));
  }
}
