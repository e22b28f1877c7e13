package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.user.UserId;
import dev.sluice.migration.ledger.jdbc.row.Rows;
import dev.sluice.migration.ledger.jdbc.row.StorableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The members of groups, as a run has found them. */
final class MemberRows {
  private MemberRows() {}

  static void remember(Handle handle, String run, String group, Collection<UserId> members) {
    long number = groupNumber(handle, run, StorableText.of(group));
    for (List<UserId> some : Rows.cut(members.stream().distinct().sorted().toList())) {
      String sql =
          "insert into members (user_id, group_number) values "
              + Rows.marks(some.size(), 2)
              + " on conflict do nothing";
      Rows.bind(
              handle.createUpdate(sql), some, (row, user) -> row.text(user.value()).number(number))
          .execute();
    }
  }

  private static long groupNumber(Handle handle, String run, String group) {
    handle
        .createUpdate(
            "insert into member_groups (run, name) values (:run, :name) on conflict do nothing")
        .bind("run", run)
        .bind("name", group)
        .execute();
    return handle
        .createQuery("select number from member_groups where run = :run and name = :name")
        .bind("run", run)
        .bind("name", group)
        .mapTo(Long.class)
        .one();
  }

  static Map<UserId, List<String>> groupsOf(Handle handle, String run, Collection<UserId> users) {
    Map<UserId, List<String>> groups = new HashMap<>();
    for (List<UserId> some : Rows.cut(List.copyOf(users))) {
      String sql =
          "select m.user_id, g.name from member_groups g"
              + " join members m on m.group_number = g.number where m.user_id in "
              + Rows.row(some.size())
              + " and g.run = ?";
      Rows.bind(handle.createQuery(sql), some, (row, user) -> row.text(user.value()))
          .bind(some.size(), run)
          .map((row, context) ->
              groups
                  .computeIfAbsent(new UserId(row.getString("user_id")), user -> new ArrayList<>())
                  .add(row.getString("name")))
          .list();
    }
    groups.values().forEach(names -> names.sort(null));
    return groups;
  }

  /** Forgets what finished runs of a kind have found. */
  static void forgetFinished(Handle handle, String kind) {
    String theirs = "(select name from runs where kind = :kind and finished is not null)";
    handle
        .createUpdate(
            "delete from members where group_number in"
                + " (select number from member_groups where run in "
                + theirs
                + ")")
        .bind("kind", kind)
        .execute();
    handle
        .createUpdate("delete from member_groups where run in " + theirs)
        .bind("kind", kind)
        .execute();
  }
}
