package dev.sluice.migration.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that is not as it was written is refused with the file and the reason. */
class DamagedArchiveTest {
  private static final String SHARD = "users-sub-5.jsonl.zst";

  @TempDir private Path archive;

  @BeforeEach
  void export() {
    Pools.export(Pools.source(), archive);
  }

  @Test
  void an_untouched_archive_is_taken() {
    assertThat(ArchiveSource.open(archive, Optional.empty()).archive().manifest().id()).hasSize(32);
  }

  @Test
  void a_cut_off_file_is_refused_with_its_name() throws IOException {
    byte[] bytes = Files.readAllBytes(archive.resolve(SHARD));
    Files.write(archive.resolve(SHARD), Arrays.copyOf(bytes, bytes.length - 1));

    assertRefused(SHARD, "it was cut off");
  }

  @Test
  void one_altered_byte_is_refused_wherever_it_is() throws IOException {
    byte[] bytes = Files.readAllBytes(archive.resolve(SHARD));
    for (int at = 0; at < bytes.length; at += 97) {
      byte[] altered = bytes.clone();
      altered[at] ^= 1;
      Files.write(archive.resolve(SHARD), altered);

      assertRefused(SHARD, "it was altered");
    }
  }

  @Test
  void a_missing_file_is_refused_with_its_name() throws IOException {
    Files.delete(archive.resolve(SHARD));

    assertRefused(SHARD, "is missing");
  }

  @Test
  void a_file_that_does_not_belong_is_refused_with_its_name() throws IOException {
    Files.copy(archive.resolve(SHARD), archive.resolve("users-sub-g.jsonl.zst"));

    assertRefused("users-sub-g.jsonl.zst", "is not a file of this archive");
  }

  @Test
  void renamed_files_are_refused() throws IOException {
    Path other = archive.resolve("users-sub-6.jsonl.zst");
    Path aside = archive.resolve("aside");
    Files.move(archive.resolve(SHARD), aside);
    Files.move(other, archive.resolve(SHARD));
    Files.move(aside, other);

    assertRefused(SHARD, "belongs to another archive");
  }

  @Test
  void a_file_of_another_archive_of_the_same_pool_is_refused(@TempDir Path place)
      throws IOException {
    Path second = place.resolve("second");
    var changed = Pools.source();
    changed.remove(Pools.person(5).id());
    Pools.export(changed, second);
    Files.copy(second.resolve(SHARD), archive.resolve(SHARD), StandardCopyOption.REPLACE_EXISTING);

    assertRefused(SHARD, "belongs to another archive");
  }

  @Test
  void an_altered_manifest_is_refused_even_in_what_nobody_would_miss() throws IOException {
    Path manifest = archive.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("fake pool", "fake poll"));

    assertRefused("manifest.json", "is not as it was written");
  }

  @Test
  void a_manifest_of_another_archive_is_refused(@TempDir Path place) throws IOException {
    Path second = place.resolve("second");
    Pools.export(Pools.source(), second);
    for (String name : new String[] {"manifest.json", "manifest.sha256"}) {
      Files.copy(second.resolve(name), archive.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    assertThatThrownBy(() -> ArchiveSource.open(archive, Optional.empty()))
        .isInstanceOf(ArchiveException.class);
  }

  @Test
  void an_archive_without_its_manifest_is_none() throws IOException {
    Files.delete(archive.resolve("manifest.json"));

    assertRefused("manifest.json", "is missing");
  }

  @Test
  void an_archive_of_a_later_format_says_so() throws IOException {
    Path manifest = archive.resolve("manifest.json");
    String later = Files.readString(manifest).replace("\"version\" : 1", "\"version\" : 2");
    Files.writeString(manifest, later);
    Files.writeString(
        archive.resolve("manifest.sha256"), Checksums.of(manifest) + "  manifest.json\n");

    assertRefused("manifest.json", "a newer Sluice wrote it");
  }

  private void assertRefused(String file, String reason) {
    ThrowingCallable opening = () -> ArchiveSource.open(archive, Optional.empty());
    assertThatThrownBy(opening)
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(archive.resolve(file).toString())
        .hasMessageContaining(reason);
  }
}
