package dev.sluice.migration.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.target.TargetException;
import dev.sluice.contracts.target.FakeBackup;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.Checksums;
import dev.sluice.migration.archive.seal.ArchiveKey;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.run.ConditionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is whole or it is not there, and whatever happens to it later shows. */
class BackupRunTest {
  private static final String REALM = "customers-realm.json";
  private static final String USERS = "customers-users-0.json";
  private static final String HASH = "made-up-hash-117";

  @TempDir private Path place;

  @Test
  void files_are_what_the_target_gave_and_nobody_else_can_read_them() throws IOException {
    List<Long> progress = new ArrayList<>();
    FinishedBackup made = run(backup(), (users, expected) -> progress.add(users));

    assertThat(names(folder())).containsExactly("SHA256SUMS", REALM, USERS, "manifest.json");
    assertThat(folder().resolve(USERS)).hasContent(HASH);
    assertThat(made.manifest().users()).isEqualTo(2L * FakeBackup.USERS);
    assertThat(progress).containsExactly(7L, 14L);
    assertThat(permissions(folder())).isEqualTo("rwx------");
    for (String name : names(folder())) {
      assertThat(permissions(folder().resolve(name))).as(name).isEqualTo("rw-------");
    }
    StoredBackup stored = StoredBackup.open(folder(), Optional.empty());
    assertThat(stored.contents()).contains(made);
    assertThat(stored.sha256()).isEqualTo(made.sha256());
  }

  @Test
  void the_sums_are_those_that_sha256sum_checks() throws Exception {
    run(backup(), (users, expected) -> {});
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--strict", "SHA256SUMS")
            .directory(folder().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
    assertThat(said).contains(USERS + ": OK", "manifest.json: OK");
  }

  @Test
  void a_folder_with_something_in_it_is_refused_and_stays_as_it_is() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> run(backup(), (users, expected) -> {}))
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("is not empty");
    assertThat(names(folder())).containsExactly("mine.txt");
  }

  @Test
  void what_a_kill_left_is_told_from_other_things() throws IOException {
    Files.createDirectories(folder().resolve(BackupFolder.UNFINISHED));
    assertThatThrownBy(() -> run(backup(), (users, expected) -> {}))
        .isInstanceOf(ConditionException.class)
        .hasMessageContaining("was cut short, with hashes in it: remove it");
  }

  @Test
  void a_target_that_breaks_off_leaves_nothing() throws IOException {
    assertThatThrownBy(() -> run(backup().breaking("Keycloak is away"), (users, expected) -> {}))
        .isInstanceOf(TargetException.class)
        .hasMessage("Keycloak is away");
    assertThat(folder()).doesNotExist();

    Files.createDirectory(folder());
    assertThatThrownBy(() -> run(backup().breaking("Keycloak is away"), (users, expected) -> {}))
        .isInstanceOf(TargetException.class);
    assertThat(names(folder())).isEmpty();
  }

  @Test
  void a_disk_that_does_not_take_a_file_is_told_and_leaves_nothing() {
    FakeBackup unwritable = backup().with("n".repeat(300), "x");
    assertThatThrownBy(() -> run(unwritable, (users, expected) -> {}))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("cannot be written to " + folder())
        .hasMessageContaining("The part that was written is removed");
    assertThat(folder()).doesNotExist();
  }

  @Test
  void a_name_that_leads_out_of_the_folder_is_refused() {
    for (String name : List.of("../out.json", "a/b.json", "a\\b.json", ".hidden", "a\nb")) {
      assertThatThrownBy(() -> run(backup().with(name, "x"), (users, expected) -> {}))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("cannot be a file's name");
    }
    assertThat(place.resolve("out.json")).doesNotExist();
  }

  @Test
  void every_kind_of_damage_is_found_and_the_file_named() throws IOException {
    run(backup(), (users, expected) -> {});
    assertDamage("SHA256SUMS", "is missing: this is not a complete backup", Files::delete);
    assertDamage("manifest.json", "is missing: this is not a complete backup", Files::delete);
    assertDamage(USERS, "is missing", Files::delete);
    assertDamage(USERS, "is not as it was written", file -> Files.writeString(file, "other"));
    assertDamage(
        REALM,
        "is not as it was written",
        file -> Files.writeString(file, "x", StandardOpenOption.APPEND));
    assertDamage(
        "manifest.json", "is not as it was written", file -> Files.writeString(file, "{}"));
    assertDamage(
        "customers-users-1.json",
        "is not a file of this backup",
        file -> Files.writeString(file, ""));
    StoredBackup.open(folder(), Optional.empty());
  }

  @Test
  void a_sum_that_was_written_anew_does_not_hide_an_exchanged_file() throws IOException {
    run(backup(), (users, expected) -> {});
    Path users = folder().resolve(USERS);
    String old = Checksums.of(users);
    Files.writeString(users, "other");
    Path sums = folder().resolve("SHA256SUMS");
    String changed = Checksums.of(users);
    Files.writeString(sums, Files.readString(sums).replace(old, changed));
    assertThatThrownBy(() -> StoredBackup.open(folder(), Optional.empty()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(users + " is not the one that the manifest names");
  }

  @Test
  void an_encrypted_one_shows_nothing_and_opens_with_its_key_alone() throws IOException {
    Recipient recipient = ArchiveKey.makePair(place.resolve("vault.key"));
    FinishedBackup made =
        new BackupRun("fake", backup(), InstantSource.system())
            .run(folder(), List.of(recipient), (users, expected) -> {});

    assertThat(names(folder()))
        .containsExactly("SHA256SUMS", REALM + ".enc", USERS + ".enc", "manifest.json");
    for (String name : names(folder())) {
      assertThat(Files.readString(folder().resolve(name), StandardCharsets.ISO_8859_1))
          .doesNotContain(HASH);
    }
    StoredBackup closed = StoredBackup.open(folder(), Optional.empty());
    assertThat(closed.contents()).isEmpty();
    assertThat(closed.recipients()).containsExactly(recipient.fingerprint());
    assertThatThrownBy(() -> closed.writeOut(place.resolve("clear"), (users, expected) -> {}))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("is encrypted to " + recipient.fingerprint());

    ArchiveKey.makePair(place.resolve("other.key"));
    assertThatThrownBy(() -> StoredBackup.open(folder(), key("other.key")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("it was encrypted to " + recipient.fingerprint());

    StoredBackup opened = StoredBackup.open(folder(), key("vault.key"));
    assertThat(opened.contents()).contains(made);
    opened.writeOut(place.resolve("clear"), (users, expected) -> {});
    assertThat(place.resolve("clear").resolve(USERS)).hasContent(HASH);
    assertThat(permissions(place.resolve("clear").resolve(USERS))).isEqualTo("rw-------");
    assertThat(StoredBackup.open(place.resolve("clear"), Optional.empty()).contents().orElseThrow())
        .satisfies(
            clear -> assertThat(clear.manifest().users()).isEqualTo(made.manifest().users()));
  }

  @Test
  void files_that_change_places_in_an_encrypted_one_cannot_be_opened() throws IOException {
    Recipient recipient = ArchiveKey.makePair(place.resolve("vault.key"));
    new BackupRun("fake", backup(), InstantSource.system())
        .run(folder(), List.of(recipient), (users, expected) -> {});
    Path users = folder().resolve(USERS + ".enc");
    Path realm = folder().resolve(REALM + ".enc");
    Path sums = folder().resolve("SHA256SUMS");
    String swapped =
        Files.readString(sums)
            .replace(USERS, "spare")
            .replace(REALM, USERS)
            .replace("spare", REALM);
    Files.move(users, place.resolve("spare"));
    Files.move(realm, users);
    Files.move(place.resolve("spare"), realm);
    Files.writeString(sums, swapped);

    StoredBackup.open(folder(), Optional.empty());
    assertThatThrownBy(() -> StoredBackup.open(folder(), key("vault.key")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("it was replaced or removed");
  }

  @Test
  void a_clear_one_in_the_place_of_an_encrypted_one_does_not_open_with_its_key()
      throws IOException {
    ArchiveKey.makePair(place.resolve("vault.key"));
    run(backup(), (users, expected) -> {});

    assertThatThrownBy(() -> StoredBackup.open(folder(), key("vault.key")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("not encrypted, but a key was given");
  }

  @Test
  void a_manifest_with_a_time_that_is_none_is_named() throws IOException {
    run(backup(), (users, expected) -> {});
    Path manifest = folder().resolve("manifest.json");
    Path sums = folder().resolve("SHA256SUMS");
    String written = Checksums.of(manifest);
    Files.writeString(
        manifest, Files.readString(manifest).replaceAll("\"20\\d\\d-[^\"]*\"", "\"\""));
    Files.writeString(sums, Files.readString(sums).replace(written, Checksums.of(manifest)));

    assertThatThrownBy(() -> StoredBackup.open(folder(), Optional.empty()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(manifest + " cannot be read");
  }

  /** What is done to a file. */
  private interface Damage {
    void to(Path file) throws IOException;
  }

  private void assertDamage(String name, String told, Damage damage) throws IOException {
    Path file = folder().resolve(name);
    Path saved = place.resolve("saved");
    boolean there = Files.exists(file);
    if (there) {
      Files.copy(file, saved, StandardCopyOption.REPLACE_EXISTING);
    }
    damage.to(file);
    assertThatThrownBy(() -> StoredBackup.open(folder(), Optional.empty()))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(told);
    Files.deleteIfExists(file);
    if (there) {
      Files.move(saved, file);
    }
  }

  private FinishedBackup run(FakeBackup source, BackupProgress progress) {
    return new BackupRun("fake", source, InstantSource.system()).run(folder(), List.of(), progress);
  }

  private static FakeBackup backup() {
    return new FakeBackup().with(USERS, HASH).with(REALM, "{\"realm\":\"customers\"}");
  }

  private Path folder() {
    return place.resolve("backup");
  }

  private Optional<ArchiveKey> key(String name) {
    return Optional.of(ArchiveKey.read(place.resolve(name)));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
