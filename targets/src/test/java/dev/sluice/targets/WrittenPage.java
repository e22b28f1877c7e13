package dev.sluice.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of which parts are made from the code. */
record WrittenPage(Path file) {
  /** The repository's folder. */
  static final Path ROOT = Path.of(System.getProperty("sluice.root", ".."));

  String text() throws IOException {
    assertThat(file).isRegularFile();
    return Files.readString(file);
  }

  /** Demands that the page says this, or writes it where the tests were told to write pages. */
  void mustBe(String right) throws IOException {
    if (Boolean.getBoolean("sluice.docs.write")) {
      Files.writeString(file, right);
      return;
    }
    assertThat(text())
        .as(
            "%s is out of date; to write it anew: mvn test -pl targets -am"
                + " -Dtest=TargetPageTest,GuideTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dsluice.docs.write=true",
            file)
        .isEqualTo(right);
  }
}
