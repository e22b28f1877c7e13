package dev.sluice.migration.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.pool.PoolInventoryJson;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.FakeUserSource;
import dev.sluice.contracts.source.SourceContract;
import dev.sluice.migration.archive.format.ArchiveException;
import dev.sluice.migration.archive.format.Checksums;
import dev.sluice.migration.archive.seal.ArchiveKey;
import dev.sluice.migration.archive.seal.ContentSealer;
import dev.sluice.migration.archive.seal.OpenedKeys;
import dev.sluice.migration.archive.seal.Recipient;
import dev.sluice.migration.archive.seal.SessionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that only its recipients can read, and that nobody can change unseen. */
class EncryptedArchiveTest extends SourceContract {
  private static final String SHARD = "users-sub-5.jsonl.zst.enc";

  @TempDir private static Path place;
  private static Recipient recipient;

  @BeforeAll
  static void export() {
    recipient = ArchiveKey.makePair(place.resolve("vault.key"));
    Pools.export(Pools.source(), place.resolve("sharded"), recipient);
    Pools.export(Pools.source().inOneChain(), place.resolve("chain"), recipient);
  }

  @Override
  protected UserSource sharded() {
    return ArchiveSource.open(place.resolve("sharded"), key("vault.key"));
  }

  @Override
  protected UserSource inOneChain() {
    return ArchiveSource.open(place.resolve("chain"), key("vault.key"));
  }

  @Override
  protected Set<UserId> everybody() {
    return Pools.PEOPLE.stream().map(UserRecord::id).collect(Collectors.toSet());
  }

  @Override
  protected Map<String, Set<UserId>> members() {
    Set<UserId> thirds =
        Pools.PEOPLE.stream()
            .filter(user -> user.groups().contains("thirds"))
            .map(UserRecord::id)
            .collect(Collectors.toSet());
    return Map.of("thirds", thirds, "all of them", everybody());
  }

  @Test
  void the_configuration_is_there_with_its_secrets() {
    assertThat(PoolInventoryJson.withSecrets(sharded().inventory()))
        .isEqualTo(PoolInventoryJson.withSecrets(Pools.source().inventory()));
  }

  @Test
  void neither_names_nor_pool_nor_groups_can_be_read_from_the_files() throws IOException {
    try (Stream<Path> files = Files.walk(place.resolve("sharded"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("person-", "fake pool", "FakePool1", "thirds", "example.org");
      }
    }
  }

  @Test
  void without_a_key_and_with_a_wrong_one_it_says_whose_it_is() {
    ArchiveKey.makePair(place.resolve("other.key"));
    assertThatThrownBy(() -> ArchiveSource.open(place.resolve("sharded"), Optional.empty()))
        .hasMessageContaining("is encrypted to " + recipient.fingerprint())
        .hasMessageContaining("--key");
    assertThatThrownBy(() -> ArchiveSource.open(place.resolve("sharded"), key("other.key")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("it was encrypted to " + recipient.fingerprint());
  }

  @Test
  void each_of_several_recipients_can_read_it(@TempDir Path second) {
    Recipient lead = ArchiveKey.makePair(second.resolve("lead.key"));
    Pools.export(Pools.source(), second.resolve("both"), recipient, lead);

    for (Path file : List.of(place.resolve("vault.key"), second.resolve("lead.key"))) {
      try (ArchiveSource source =
          ArchiveSource.open(second.resolve("both"), Optional.of(ArchiveKey.read(file)))) {
        assertThat(readAll(source)).hasSameSizeAs(Pools.PEOPLE);
      }
    }
  }

  @Test
  void an_export_that_goes_on_makes_a_new_key_and_both_parts_can_be_read(@TempDir Path second) {
    Path archive = second.resolve("resumed");
    FakeUserSource source = Pools.source();
    source.failNext(new SourceException("the pool is away"));
    assertThatThrownBy(() -> Pools.export(source, archive, recipient))
        .hasMessage("the pool is away");
    assertThatThrownBy(() -> Pools.export(source, archive))
        .hasMessageContaining("encrypted to " + recipient.fingerprint());
    Pools.export(source, archive, recipient);

    try (ArchiveSource read = ArchiveSource.open(archive, key("vault.key"))) {
      read.readToTheEnd();
      assertThat(readAll(read)).hasSameSizeAs(Pools.PEOPLE);
    }
    assertThat(manifest(archive)).contains("\"number\" : 2");
  }

  @Test
  void chunks_that_change_places_or_archives_cannot_be_opened() throws IOException {
    ContentSealer writer = new SessionKey("a", 1);
    byte[] sealed = writer.seal("users-all.jsonl.zst.enc", 4, new byte[] {1, 2, 3});
    OpenedKeys opened = opened("a", (SessionKey) writer);
    OpenedKeys other = opened("b", new SessionKey("b", 1));

    assertThat(opened.open("users-all.jsonl.zst.enc", 4, sealed)).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> opened.open("users-all.jsonl.zst.enc", 5, sealed))
        .hasMessageContaining("users-all.jsonl.zst.enc, chunk 5 was altered");
    assertThatThrownBy(() -> opened.open("groups.jsonl.zst.enc", 4, sealed))
        .isInstanceOf(ArchiveException.class);
    assertThatThrownBy(() -> other.open("users-all.jsonl.zst.enc", 4, sealed))
        .isInstanceOf(ArchiveException.class);
  }

  @Test
  void a_file_of_another_archive_to_the_same_recipient_is_refused(@TempDir Path second)
      throws IOException {
    Pools.export(Pools.source(), second.resolve("a"), recipient);
    Files.copy(
        place.resolve("sharded").resolve(SHARD),
        second.resolve("a").resolve(SHARD),
        StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> ArchiveSource.open(second.resolve("a"), key("vault.key")))
        .hasMessageContaining(SHARD)
        .hasMessageContaining("belongs to another archive");
  }

  @Test
  void a_manifest_whose_checksum_was_made_to_fit_is_still_refused(@TempDir Path second)
      throws IOException {
    Path archive = second.resolve("a");
    Pools.export(Pools.source(), archive, recipient);
    String text = manifest(archive);
    int at = text.indexOf("\"sealed\" : \"") + 200;
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    Files.writeString(
        archive.resolve("manifest.json"), text.substring(0, at) + other + text.substring(at + 1));
    Files.writeString(
        archive.resolve("manifest.sha256"),
        Checksums.of(archive.resolve("manifest.json")) + "  manifest.json\n");

    assertThatThrownBy(() -> ArchiveSource.open(archive, key("vault.key")))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("manifest.json, chunk 0 was altered");
  }

  @Test
  void an_archive_in_clear_in_place_of_an_encrypted_one_is_noticed(@TempDir Path second) {
    Pools.export(Pools.source(), second.resolve("clear"));

    assertThatThrownBy(() -> ArchiveSource.open(second.resolve("clear"), key("vault.key")))
        .hasMessageContaining("is not encrypted, but a key was given");
  }

  @Test
  void a_private_key_is_its_owners_alone_and_never_replaced() throws IOException {
    Path file = place.resolve("vault.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> ArchiveKey.makePair(file)).hasMessageContaining("exists already");
    assertThat(Files.readString(place.resolve("vault.key.pub"))).doesNotContain("HpkePrivateKey");
  }

  @Test
  void halves_of_a_pair_that_are_mixed_up_are_told_apart() {
    assertThatThrownBy(() -> Recipient.read(place.resolve("vault.key")))
        .hasMessageContaining("is not a public key: name the file that ends in .pub");
    assertThatThrownBy(() -> ArchiveKey.read(place.resolve("vault.key.pub")))
        .hasMessageContaining("is not a private key");
    assertThat(Recipient.read(place.resolve("vault.key.pub")).fingerprint())
        .isEqualTo(ArchiveKey.read(place.resolve("vault.key")).fingerprint());
  }

  private static OpenedKeys opened(String archive, SessionKey writer) {
    return new OpenedKeys(
        archive,
        List.of(writer.wrapped(List.of(recipient))),
        ArchiveKey.read(place.resolve("vault.key")));
  }

  private static Optional<ArchiveKey> key(String file) {
    return Optional.of(ArchiveKey.read(place.resolve(file)));
  }

  private static String manifest(Path archive) {
    try {
      return Files.readString(archive.resolve("manifest.json"));
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
