package dev.sluice.cognito.srp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of RFC 5054, appendix B, and of RFC 5869, appendix A. */
class PublishedVectorsTest {
  private static final BigInteger PRIME =
      number(
          """
          EEAF0AB9 ADB38DD6 9C33F80A FA8FC5E8 60726187 75FF3C0B 9EA2314C 9C256576 D674DF74 96EA81D3
          383B4813 D692C6E0 E0D5D8E2 50B98BE4 8E495C1D 6089DAD1 5DC7D7B4 6154D6B6 CE8EF4AD 69B15D49
          82559B29 7BCF1885 C529F566 660E57EC 68EDBC3C 05726CC0 2FD4CBF4 976EAA9A FD5138FE 8376435B
          9FC61D2F C0EB06E3
          """);
  private static final SrpGroup GROUP =
      new SrpGroup(PRIME, BigInteger.TWO, "SHA-1", PublishedVectorsTest::padded);
  private static final BigInteger SERVER_PUBLIC =
      number(
          """
          BD0C6151 2C692C0C B6D041FA 01BB152D 4916A1E7 7AF46AE1 05393011 BAF38964 DC46A067 0DD125B9
          5A981652 236F99D9 B681CBF8 7837EC99 6C6DA044 53728610 D0C6DDB5 8B318885 D7D82C7F 8DEB75CE
          7BD4FBAA 37089E6F 9C6059F3 88838E7A 00030B33 1EB76840 910440B1 B27AAEAE EB4012B7 D7665238
          A8E3FB00 4B117B58
          """);

  private final SrpClient client =
      new SrpClient(
          GROUP, number("60975527 035CF2AD 1989806F 0407210B C81EDC04 E2762A56 AFD529DD DA2D4393"));

  @Test
  void the_multiplier_is_that_of_the_rfc() {
    assertThat(GROUP.multiplier())
        .isEqualTo(number("7556AA04 5AEF2CDD 07ABAF0F 665C3E81 8913186F"));
  }

  @Test
  void the_private_key_is_that_of_the_rfc() {
    assertThat(privateKey()).isEqualTo(number("94B7555A ABE9127C C58CCF49 93DB6CF8 4D16C124"));
  }

  @Test
  void the_clients_public_value_is_that_of_the_rfc() {
    assertThat(client.publicValue())
        .isEqualTo(
            number(
                """
                61D5E490 F6F1B795 47B0704C 436F523D D0E560F0 C64115BB 72557EC4 4352E890 3211C046
                92272D8B 2D1A5358 A2CF1B6E 0BFCF99F 921530EC 8E393561 79EAE45E 42BA92AE ACED8251
                71E1E8B9 AF6D9C03 E1327F44 BE087EF0 6530E69F 66615261 EEF54073 CA11CF58 58F0EDFD
                FE15EFEA B349EF5D 76988A36 72FAC47B 0769447B
                """));
  }

  @Test
  void the_scrambler_is_that_of_the_rfc() {
    assertThat(client.scrambler(SERVER_PUBLIC))
        .isEqualTo(number("CE38B959 3487DA98 554ED47D 70A7AE5F 462EF019"));
  }

  @Test
  void the_premaster_secret_is_that_of_the_rfc() {
    assertThat(client.premaster(SERVER_PUBLIC, privateKey()))
        .isEqualTo(
            number(
                """
                B0DC82BA BCF30674 AE450C02 87745E79 90A3381F 63B387AA F271A10D 233861E3 59B48220
                F7C4693C 9AE12B0A 6F67809F 0876E2D0 13800D6C 41BB59B6 D5979B5C 00A172B4 A2A5903A
                0BDCAF8A 709585EB 2AFAFA8F 3499B200 210DCC1F 10EB3394 3CD67FC8 8A2F39A4 BE5BEC4E
                C0A3212D C346D7E4 74B29EDE 8A469FFE CA686E5A
                """));
  }

  @Test
  void a_server_value_that_is_a_multiple_of_the_prime_ends_the_exchange() {
    BigInteger twice = PRIME.multiply(BigInteger.TWO);

    assertThatThrownBy(() -> client.premaster(twice, privateKey()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> client.premaster(BigInteger.ZERO, privateKey()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,000102030405060708090a0b0c,f0f1f2f3f4f5f6f7f8f9,3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f,606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf,b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,'','',8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
  })
  void keys_are_derived_as_in_the_rfc(String material, String salt, String info, String key) {
    byte[] expected = bytes(key);

    assertThat(Hkdf.derive(bytes(material), bytes(salt), bytes(info), expected.length))
        .isEqualTo(expected);
  }

  private static BigInteger privateKey() {
    return GROUP.privateKey(
        bytes("BEB25379D1A8581EB5A727673A2441EE"),
        "alice:password123".getBytes(StandardCharsets.UTF_8));
  }

  /** RFC 5054's PAD: as long as the prime, zeros in front. */
  private static byte[] padded(BigInteger number) {
    byte[] plain = number.toByteArray();
    byte[] padded = new byte[PRIME.bitLength() / Byte.SIZE];
    byte[] unsigned = plain[0] == 0 ? Arrays.copyOfRange(plain, 1, plain.length) : plain;
    System.arraycopy(unsigned, 0, padded, padded.length - unsigned.length, unsigned.length);
    return padded;
  }

  private static BigInteger number(String hex) {
    return new BigInteger(hex.replaceAll("\\s", ""), 16);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
