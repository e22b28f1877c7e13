package dev.sluice.migration.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.source.Shard;
import dev.sluice.api.source.SourceException;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import dev.sluice.contracts.source.SourceContract;
import dev.sluice.migration.archive.export.ExportReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveSourceTest extends SourceContract {
  @TempDir private static Path place;

  private static ExportReport report;

  @BeforeAll
  static void export() {
    report = Pools.export(Pools.source(), place.resolve("sharded"));
    Pools.export(Pools.source().inOneChain(), place.resolve("chain"));
  }

  @Override
  protected UserSource sharded() {
    return ArchiveSource.open(place.resolve("sharded"), Optional.empty());
  }

  @Override
  protected UserSource inOneChain() {
    return ArchiveSource.open(place.resolve("chain"), Optional.empty());
  }

  @Override
  protected Set<UserId> everybody() {
    return Pools.PEOPLE.stream().map(UserRecord::id).collect(Collectors.toSet());
  }

  @Override
  protected Map<String, Set<UserId>> members() {
    return Map.of("thirds", inGroup("thirds"), "all of them", inGroup("all of them"));
  }

  @Test
  void every_user_is_as_it_was_read_from_the_pool() {
    assertThat(readAll(sharded()))
        .containsExactlyInAnyOrderElementsOf(
            Pools.PEOPLE.stream().map(user -> user.withGroups(List.of())).toList());
  }

  @Test
  void groups_keep_what_their_owner_wrote_and_may_be_empty() {
    try (UserSource source = sharded()) {
      Group nobody = new Group("nobody/../yet \u00e9", "nobody \"yet\"", 9);
      assertThat(source.groups()).contains(nobody);
      assertThat(source.members(nobody.name(), null).members()).isEmpty();
    }
  }

  @Test
  void the_pool_is_described_with_the_users_that_are_here() {
    assertThat(sharded().describe()).isEqualTo(Pools.source().describe());
  }

  @Test
  void the_configuration_is_the_pools_without_secrets() {
    assertThat(sharded().inventory()).isEqualTo(Pools.source().inventory().withoutSecrets());
    assertThat(report.notices())
        .contains(
            "The secrets of app clients and identity providers are left out, because the"
                + " archive is not encrypted.");
  }

  @Test
  void a_group_or_a_shard_that_is_not_there_is_said_by_name() {
    try (UserSource source = sharded()) {
      assertThatThrownBy(() -> source.members("strangers", null))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("strangers");
      assertThatThrownBy(() -> source.read(new Shard("sub-q"), null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("sub-q");
    }
  }

  private static Set<UserId> inGroup(String group) {
    return Pools.PEOPLE.stream()
        .filter(user -> user.groups().contains(group))
        .map(UserRecord::id)
        .collect(Collectors.toSet());
  }
}
