package dev.sluice.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** What the extension's pages say, in every language that made-up users speak. */
final class PageTexts {
  private static final Path MESSAGES =
      Path.of("../keycloak-extension/src/main/resources/theme-resources/messages");

  private PageTexts() {}

  /** Returns a pattern that finds the message with this key. */
  static Pattern inAnyLanguage(String key) throws IOException {
    List<String> texts = new ArrayList<>();
    try (DirectoryStream<Path> languages = Files.newDirectoryStream(MESSAGES)) {
      for (Path language : languages) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(language)) {
          properties.load(reader);
        }
        texts.add(properties.getProperty(key).replaceAll("\\P{L}+", ".+"));
      }
    }
    assertThat(texts).hasSize(12);
    return Pattern.compile(String.join("|", texts));
  }
}
