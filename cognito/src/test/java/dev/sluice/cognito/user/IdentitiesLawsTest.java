package dev.sluice.cognito.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.api.user.ExternalIdentity;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

/** What holds for whatever stands in {@code identities}. */
class IdentitiesLawsTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Property
  void any_text_is_read_the_same_way_twice(@ForAll("garbage") String text) {
    Identities.Found read = Identities.in(text);

    assertThat(Identities.in(text)).isEqualTo(read);
    assertThat(read.identities())
        .allSatisfy(identity -> {
          assertThat(identity.provider()).isNotBlank();
          assertThat(identity.type()).isNotBlank();
          assertThat(identity.userId()).isNotBlank();
        });
  }

  @Property
  void what_cognito_writes_comes_back_to_the_letter(
      @ForAll("names") String provider, @ForAll("names") String userId, @ForAll boolean primary) {
    String json =
        JSON.writeValueAsString(
            List.of(
                Map.of(
                    "userId", userId,
                    "providerName", provider,
                    "providerType", "SAML",
                    "primary", primary)));

    assertThat(Identities.in(json))
        .isEqualTo(
            new Identities.Found(
                List.of(new ExternalIdentity(provider, "SAML", userId, null, primary, null)),
                true));
  }

  @Property
  void one_that_cannot_be_read_leaves_the_others_readable_and_is_not_passed_over_in_silence(
      @ForAll("names") String provider, @ForAll("broken") String broken) {
    String good =
        "{\"userId\":\"u\",\"providerType\":\"SAML\",\"providerName\":"
            + JSON.writeValueAsString(provider)
            + "}";

    List<ExternalIdentity> readable = Identities.in("[" + good + "]").identities();
    assertThat(readable).hasSize(1);
    assertThat(Identities.in("[" + good + "," + broken + "]"))
        .isEqualTo(new Identities.Found(readable, false));
    assertThat(Identities.in("[" + broken + "," + good + "]"))
        .isEqualTo(new Identities.Found(readable, false));
  }

  @Property
  void a_date_that_is_none_is_never_a_date(@ForAll("dates") String date) {
    String json =
        "[{\"userId\":\"u\",\"providerName\":\"p\",\"providerType\":\"t\",\"dateCreated\":%s}]"
            .formatted(date);

    assertThat(Identities.in(json))
        .isEqualTo(
            new Identities.Found(
                List.of(new ExternalIdentity("p", "t", "u", null, false, null)), true));
  }

  @Provide
  Arbitrary<String> garbage() {
    Arbitrary<String> signs =
        Arbitraries.strings()
            .withChars("[]{}\":,\\ue19-.+ntf\u0000\u202E\uD800\uDC00 ")
            .ofMaxLength(60);
    Arbitrary<String> deep =
        Arbitraries.integers().between(1, 5000).map(depth -> "[".repeat(depth));
    Arbitrary<String> nearly =
        Combinators.combine(scalars(), scalars(), scalars(), scalars())
            .as(
                "[{\"userId\":%s,\"providerName\":%s,\"providerType\":%s,\"dateCreated\":%s}]"
                    ::formatted);
    return Arbitraries.oneOf(Arbitraries.strings().all(), signs, deep, nearly);
  }

  private static Arbitrary<String> scalars() {
    return Arbitraries.of(
        "null",
        "true",
        "1",
        "-0",
        "1e999",
        "99999999999999999999",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "{}",
        "[]",
        "[1]",
        "1112345678901",
        "\"1112345678901\"");
  }

  @Provide
  Arbitrary<String> broken() {
    return Arbitraries.of(
        "null",
        "1",
        "true",
        "[]",
        "{}",
        "\"x\"",
        "{\"userId\":\"u\"}",
        "{\"userId\":null,\"providerName\":\"p\",\"providerType\":\"t\"}",
        "{\"userId\":\"u\",\"providerName\":[\"p\"],\"providerType\":\"t\"}");
  }

  @Provide
  Arbitrary<String> dates() {
    return Arbitraries.of("\"now\"", "\"1.2.3\"", "true", "99999999999999999999999", "1e999");
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(40)
        .filter(text ->
            !text.isBlank() && text.chars().noneMatch(each -> Character.isSurrogate((char) each)));
  }
}
