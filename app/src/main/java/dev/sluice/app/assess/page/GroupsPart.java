package dev.sluice.app.assess.page;

import dev.sluice.app.assess.text.Words;
import dev.sluice.migration.assess.Assessment;
import dev.sluice.migration.assess.found.GroupSize;
import dev.sluice.migration.assess.found.Groups;
import java.util.List;
import java.util.Optional;

/** The pool's groups. */
final class GroupsPart {
  private static final int SHOWN = 30;

  private GroupsPart() {}

  /** Returns nothing if the pool has no groups. */
  static Optional<Part> of(Assessment assessment) {
    Groups groups = assessment.groups();
    if (groups.sizes().isEmpty()) {
      return Optional.empty();
    }
    Tag body =
        Tag.of("div")
            .add(
                Tag.of("div")
                    .styled("columns")
                    .add(
                        sizes(groups, assessment.people().total()),
                        memberships(groups, assessment)));
    if (groups.sizes().size() > SHOWN) {
      body.add(
          Tables.note(
              Words.of(
                  "sluice assess --json lists %,d smaller groups too.",
                  groups.sizes().size() - SHOWN)));
    }
    return Optional.of(new Part("groups", Words.of("Groups (%,d)", groups.sizes().size()), body));
  }

  private static Tag sizes(Groups groups, long users) {
    Bars bars = Bars.among(users);
    List<GroupSize> shown = groups.sizes().stream().limit(SHOWN).toList();
    shown.forEach(group -> bars.row(group.name(), group.members()));
    return bars.table("Members of a group");
  }

  private static Tag memberships(Groups groups, Assessment assessment) {
    return Bars.among(assessment.people().total())
        .row("in no group", groups.inNone())
        .row("in one", groups.inOne())
        .row(Words.of("in several (at most %,d)", groups.mostOfOneUser()), groups.inSeveral())
        .table("Groups of a user");
  }
}
