package dev.sluice.contracts.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.api.source.MemberPage;
import dev.sluice.api.source.PositionRefusedException;
import dev.sluice.api.source.Shard;
import dev.sluice.api.source.UserPage;
import dev.sluice.api.source.UserSource;
import dev.sluice.api.user.Group;
import dev.sluice.api.user.UserId;
import dev.sluice.api.user.UserRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The contract of every source of users. The pool under test has at least one group with members,
 * and so many users that the whole pool and some group have more than one page, where the source
 * pages at all.
 */
public abstract class SourceContract {

  /** Returns a new source that reads the pool in shards; the contract closes it. */
  protected abstract UserSource sharded();

  /** Returns a new source that reads the pool as one chain of pages; the contract closes it. */
  protected abstract UserSource inOneChain();

  /** Returns all users in the pool, as the test that filled it knows. */
  protected abstract Set<UserId> everybody();

  /**
   * Returns the members of every group, as the test that filled the pool knows; groups without any
   * are left out.
   */
  protected abstract Map<String, Set<UserId>> members();

  @Test
  protected void every_user_is_read_exactly_once_over_all_shards() {
    try (UserSource source = sharded()) {
      assertThat(idsOf(readAll(source))).containsExactlyInAnyOrderElementsOf(everybody());
    }
  }

  @Test
  protected void one_chain_reads_the_same_users_as_the_shards() {
    try (UserSource shards = sharded();
        UserSource chain = inOneChain()) {
      assertThat(chain.shards()).hasSize(1);
      assertThat(readAll(chain)).containsExactlyInAnyOrderElementsOf(readAll(shards));
    }
  }

  @Test
  protected void shards_have_names_of_their_own_that_stay_the_same() {
    try (UserSource source = sharded();
        UserSource again = sharded()) {
      assertThat(source.shards()).doesNotHaveDuplicates().isEqualTo(again.shards());
    }
  }

  @Test
  protected void a_shard_goes_on_from_any_position_even_in_another_process() {
    try (UserSource source = inOneChain()) {
      Shard shard = source.shards().getFirst();
      List<UserPage> pages = pagesFrom(source, shard, null);
      for (int read = 1; read < pages.size(); read++) {
        try (UserSource later = inOneChain()) {
          List<UserPage> rest = pagesFrom(later, shard, pages.get(read - 1).next());
          assertThat(usersIn(rest)).isEqualTo(usersIn(pages.subList(read, pages.size())));
        }
      }
    }
  }

  @Test
  protected void a_position_that_the_source_does_not_know_is_refused() {
    try (UserSource source = sharded()) {
      Shard shard = source.shards().getFirst();
      assertThatThrownBy(() -> source.read(shard, "no-such-position"))
          .isInstanceOf(PositionRefusedException.class);
    }
  }

  @Test
  protected void every_group_lists_each_of_its_members_once() {
    try (UserSource source = sharded()) {
      members()
          .forEach((group, members) ->
              assertThat(membersOf(source, group))
                  .as(group)
                  .containsExactlyInAnyOrderElementsOf(members));
    }
  }

  @Test
  protected void every_group_with_members_is_listed_once() {
    try (UserSource source = sharded()) {
      assertThat(source.groups().stream().map(Group::name))
          .doesNotHaveDuplicates()
          .containsAll(members().keySet());
    }
  }

  @Test
  protected void users_are_read_without_their_groups() {
    try (UserSource source = sharded()) {
      assertThat(readAll(source)).allSatisfy(user -> assertThat(user.groups()).isEmpty());
    }
  }

  @Test
  protected void a_user_is_found_by_username_with_the_groups_that_list_it() {
    Map.Entry<String, Set<UserId>> group =
        members().entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .findFirst()
            .orElseThrow();
    UserId id = group.getValue().iterator().next();
    try (UserSource source = sharded()) {
      UserRecord read =
          readAll(source).stream().filter(user -> user.id().equals(id)).findFirst().orElseThrow();
      UserRecord found = source.find(read.username()).orElseThrow();
      assertThat(found.groups()).containsExactlyInAnyOrderElementsOf(groupsOf(id));
      assertThat(found.withGroups(List.of())).isEqualTo(read);
    }
  }

  @Test
  protected void nobody_is_found_by_a_login_that_nobody_has() {
    try (UserSource source = sharded()) {
      assertThat(source.find("nobody-has-this-login")).isEmpty();
    }
  }

  @Test
  protected void a_user_is_read_by_id_as_the_listing_gives_it() {
    try (UserSource source = sharded()) {
      UserRecord listed = readAll(source).getFirst();
      assertThat(source.lookup(listed.id())).contains(listed);
    }
  }

  @Test
  protected void nobody_is_read_by_an_id_that_nobody_has() {
    try (UserSource source = sharded()) {
      assertThat(source.lookup(new UserId("00000000-0000-4000-8000-00000nobody0"))).isEmpty();
    }
  }

  @Test
  protected void the_pool_has_an_id_and_a_name() {
    try (UserSource source = sharded()) {
      assertThat(source.describe().id()).isNotBlank();
      assertThat(source.describe().name()).isNotBlank();
      assertThat(source.describe().attributeNames()).doesNotContain("sub", "identities");
    }
  }

  /** Reads every shard of a source to its end. */
  protected static List<UserRecord> readAll(UserSource source) {
    return source.shards().stream()
        .flatMap(shard -> usersIn(pagesFrom(source, shard, null)).stream())
        .toList();
  }

  private List<String> groupsOf(UserId id) {
    return members().entrySet().stream()
        .filter(group -> group.getValue().contains(id))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<UserId> idsOf(List<UserRecord> users) {
    return users.stream().map(UserRecord::id).toList();
  }

  private static List<UserRecord> usersIn(List<UserPage> pages) {
    return pages.stream().flatMap(page -> page.users().stream()).toList();
  }

  private static List<UserPage> pagesFrom(
      UserSource source, Shard shard, @Nullable String position) {
    List<UserPage> pages = new ArrayList<>();
    String at = position;
    do {
      UserPage page = source.read(shard, at);
      pages.add(page);
      at = page.next();
    } while (at != null);
    return pages;
  }

  private static List<UserId> membersOf(UserSource source, String group) {
    List<UserId> members = new ArrayList<>();
    String at = null;
    do {
      MemberPage page = source.members(group, at);
      members.addAll(page.members());
      at = page.next();
    } while (at != null);
    return members;
  }
}
