package dev.sluice.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentKeyTest {
  private static final List<String> OPTIONS = List.of("--db=postgres");

  @TempDir Path directory;

  @Test
  void the_same_files_have_the_same_key_however_they_were_packed() throws IOException {
    Path packed = jar("packed-classes.jar", "a/A.class", "one", "META-INF/services/S", "a.A");
    Path released =
        jar(
            "extension-0.1.0.jar",
            "META-INF/MANIFEST.MF",
            "Created-By: somebody",
            "META-INF/maven/g/a/pom.xml",
            "<project/>",
            "META-INF/services/S",
            "a.A",
            "a/A.class",
            "one");

    assertThat(key(released)).isEqualTo(key(packed));
  }

  @Test
  void another_content_name_or_option_has_another_key() throws IOException {
    Path first = jar("1.jar", "a/A.class", "one", "b/B.class", "two");

    assertThat(
            List.of(
                key(first),
                key(jar("2.jar", "a/A.class", "one", "b/B.class", "three")),
                key(jar("3.jar", "a/A.class", "one", "c/B.class", "two")),
                key(jar("4.jar", "a/A.class", "one")),
                key(jar("5.jar", "a/A.class", "oneb/B.class", "b/B.class", "two")),
                key(jar("6.jar", "META-INF/services/S", "a.A")),
                key(jar("7.jar", "META-INF/services/S", "b.B")),
                ContentKey.of(List.of("--db=dev-file"), List.of(first)),
                ContentKey.of(OPTIONS, List.of()),
                ContentKey.of(
                    OPTIONS,
                    List.of(jar("8.jar", "a/A.class", "one"), jar("9.jar", "b/B.class", "two")))))
        .doesNotHaveDuplicates();
  }

  private static String key(Path jar) {
    return ContentKey.of(OPTIONS, List.of(jar));
  }

  private Path jar(String name, String... namesAndContents) throws IOException {
    Path jar = directory.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return jar;
  }
}
