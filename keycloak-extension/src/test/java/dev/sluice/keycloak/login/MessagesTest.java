package dev.sluice.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.keycloak.gateway.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final List<String> PAGES =
      List.of(
          "sluice-not-yet.ftl",
          "sluice-code.ftl",
          "sluice-factor-choice.ftl",
          "sluice-enrol-choice.ftl",
          "sluice-begin-again.ftl",
          "sluice-confirm-address.ftl");

  @ParameterizedTest
  @ValueSource(
      strings = {"en", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "pt_BR", "tr", "zh_CN"})
  void every_message_is_there_in_every_language_and_survives_its_formatting(String language)
      throws IOException {
    Properties messages = messages(language);

    assertThat(messages.stringPropertyNames()).isEqualTo(keys());
    assertThat(messages.values())
        .allSatisfy(text ->
            assertThat(new MessageFormat(text.toString()).format(new Object[0])).isEqualTo(text));
  }

  @ParameterizedTest
  @CsvSource({
    "en, minutes, Invalid",
    "de, Minuten, Ungültig",
    "es, minutos, incorrect",
    "fr, minutes, invalide",
    "it, minuto, non validi",
    "ja, 数分後, 無効",
    "nl, minuten, ongeldig",
    "pl, minut, Nieprawidł",
    "pt, minutos, inválid",
    "pt_BR, minutos, inválid",
    "tr, dakika, geçersiz",
    "zh_CN, 几分钟, 无效"
  })
  void a_refusal_names_the_wait_and_calls_no_password_wrong_that_may_only_be_locked_out(
      String language, String wait, String wrong) throws IOException {
    assertThat(messages(language).getProperty(ShownMessage.REFUSED))
        .contains(wait)
        .doesNotContainIgnoringCase(wrong);
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    messages.load(
        new StringReader(read("/theme-resources/messages/messages_" + language + ".properties")));
    return messages;
  }

  /** Those that the code shows, and those of the pages of its own. */
  private static Set<String> keys() throws IOException {
    Stream<String> onThePages = Stream.empty();
    for (String page : PAGES) {
      onThePages = Stream.concat(onThePages, on(read("/theme-resources/templates/" + page)));
    }
    Stream<String> refusals =
        Arrays.stream(Refusal.values()).map(Refusal::messageKey).flatMap(Optional::stream);
    Stream<String> shown =
        Stream.of(
            ShownMessage.TRY_LATER,
            ShownMessage.NOT_YET,
            ShownMessage.REFUSED,
            ShownMessage.SIGN_UP_LATER,
            ShownMessage.CHANGE_LATER,
            ShownMessage.CANNOT_MOVE,
            "sluiceCodeWrong",
            "sluiceCodeTryLater",
            "sluiceBeginAgain");
    return Stream.of(shown, onThePages, refusals).flatMap(keys -> keys).collect(Collectors.toSet());
  }

  private static Stream<String> on(String page) {
    return Pattern.compile("msg\\(\"(sluice\\w+)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1));
  }

  private static String read(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(MessagesTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
