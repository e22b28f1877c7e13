package dev.sluice.cognito.srp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.Secret;
import dev.sluice.harness.NpmPackage;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our proof of a password beside that of AWS's own client, npm's amazon-cognito-identity-js. */
class AwsClientProofTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static NpmPackage aws;

  @BeforeAll
  static void fetch(@TempDir Path scratch) {
    aws = NpmPackage.fetch("amazon-cognito-identity-js", "6.3.21", scratch);
  }

  /** Salts and secrets of every length, so that leading zeros and sign bits come up. */
  @ParameterizedTest
  @CsvSource({
    "1, rosa, Quince-Harbour-58",
    "2, 0b7a14c8-rosa, 'пароль密码 with blanks'",
    "3, ünïcode, '\"quoted\\'",
    "4, x, y",
    "5, a:colon, pass:word"
  })
  void the_key_and_the_signature_are_the_same(int seed, String userId, String password)
      throws Exception {
    Random random = new Random(seed);
    BigInteger secret = new BigInteger(8 * 128 - seed, random);
    SrpOffer offer = offer(userId, random, seed);
    String timestamp = PasswordProof.timestamp(Instant.parse("2026-02-03T04:05:06Z"));
    PasswordProof ours = new PasswordProof(new SrpClient(SrpGroup.COGNITO, secret), "Ab12Cd34E");

    JsonNode theirs = theirs(secret, offer, password, timestamp);

    Secret typed = new Secret(password);
    assertThat(ours.publicValue()).isEqualTo(theirs.path("publicValue").asString());
    assertThat(HexFormat.of().formatHex(ours.key(offer, typed)))
        .isEqualTo(theirs.path("key").asString());
    assertThat(ours.signature(offer, typed, timestamp))
        .isEqualTo(theirs.path("signature").asString());
  }

  @Test
  void a_moment_is_written_as_cognito_reads_it() {
    assertThat(PasswordProof.timestamp(Instant.parse("2026-02-03T04:05:06Z")))
        .isEqualTo("Tue Feb 3 04:05:06 UTC 2026");
    assertThat(PasswordProof.timestamp(Instant.parse("2026-11-24T23:59:01.9Z")))
        .isEqualTo("Tue Nov 24 23:59:01 UTC 2026");
  }

  private static SrpOffer offer(String userId, Random random, int seed) {
    return SrpOffer.of(
        Map.of(
            "USER_ID_FOR_SRP",
            userId,
            "SALT",
            new BigInteger(128 - 4 * seed, random).toString(16),
            "SRP_B",
            new BigInteger(3071 - 8 * seed, random).toString(16),
            "SECRET_BLOCK",
            "c2VjcmV0IGJsb2NrIG9mIHRoZSB0ZXN0" + "A".repeat(4 * seed)));
  }

  private static JsonNode theirs(
      BigInteger secret, SrpOffer offer, String password, String timestamp) throws Exception {
    String input =
        JSON.writeValueAsString(
            Map.of(
                "poolName", "Ab12Cd34E",
                "userId", offer.userId(),
                "password", password,
                "a", secret.toString(16),
                "serverPublic", offer.serverPublic().toString(16),
                "salt", offer.salt().toString(16),
                "secretBlock", offer.secretBlock(),
                "timestamp", timestamp));
    return JSON.readTree(aws.run(script("proof.js"), input));
  }

  private static Path script(String name) throws URISyntaxException {
    URL found = AwsClientProofTest.class.getResource(name);
    return Path.of(Objects.requireNonNull(found).toURI());
  }
}
