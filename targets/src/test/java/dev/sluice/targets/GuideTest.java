package dev.sluice.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide to a new target shows files of the target {@code files} as they are. */
class GuideTest {
  private static final Path FILES =
      Path.of("src", "main", "java", "dev", "sluice", "targets", "files");

  /** A comment that names a file, and the code below it. */
  private static final Pattern SHOWN =
      Pattern.compile("<!-- code: (\\S+) -->\n```(\\S+)\n.*?```\n", Pattern.DOTALL);

  private final WrittenPage guide =
      new WrittenPage(WrittenPage.ROOT.resolve("docs").resolve("write-a-target.md"));

  @Test
  void the_code_in_the_guide_is_the_code_that_runs() throws IOException {
    Matcher shown = SHOWN.matcher(guide.text());
    StringBuilder right = new StringBuilder();
    int count = 0;
    while (shown.find()) {
      String code = Files.readString(WrittenPage.ROOT.resolve(shown.group(1)));
      String block =
          "<!-- code: %s -->\n```%s\n%s```\n".formatted(shown.group(1), shown.group(2), code);
      shown.appendReplacement(right, Matcher.quoteReplacement(block));
      count++;
    }
    assertThat(count).isGreaterThanOrEqualTo(6);
    guide.mustBe(shown.appendTail(right).toString());
  }

  @Test
  void every_file_of_the_example_is_shown() throws IOException {
    String page = guide.text();
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files)
          .allSatisfy(file -> assertThat(page).contains("/files/" + file.getFileName() + " -->"));
    }
  }

  @Test
  void the_example_has_less_than_200_lines_of_code() throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.list(FILES)) {
      for (Path file : files.toList()) {
        lines += code(Files.readAllLines(file));
      }
    }
    assertThat(lines).isBetween(100L, 199L);
  }

  /** Lines that are neither blank nor comments nor imports nor the package's name. */
  private static long code(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*|\\*|import |package ).*"))
        .count();
  }
}
