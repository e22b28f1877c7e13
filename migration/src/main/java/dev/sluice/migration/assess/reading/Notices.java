package dev.sluice.migration.assess.reading;

import dev.sluice.migration.assess.found.GroupSize;
import dev.sluice.migration.assess.found.Outlook;
import dev.sluice.migration.assess.found.Person;
import dev.sluice.migration.run.CountedNotices;
import java.util.List;
import java.util.Set;

/** Keeps notices, and passes them on. Safe for use by many threads. */
public final class Notices implements ReadingListener {
  private final ReadingListener next;
  private final CountedNotices all = new CountedNotices();

  public Notices(ReadingListener next) {
    this.next = next;
  }

  @Override
  public void progressed(long read, long estimated) {
    next.progressed(read, estimated);
  }

  @Override
  public void foretold(Person person, Outlook outlook) {
    next.foretold(person, outlook);
  }

  @Override
  public void noticed(String notice) {
    if (all.add(notice)) {
      next.noticed(notice);
    }
  }

  @Override
  public void noticed(String notice, String which) {
    if (all.add(notice, which)) {
      next.noticed(notice, which);
    }
  }

  /**
   * Reports groups that do not exist: a misspelt name makes a segment empty, or makes it hold all
   * users where the group is excluded.
   */
  public void missingGroups(Set<String> asked, List<GroupSize> there) {
    List<String> names = there.stream().map(GroupSize::name).toList();
    asked.stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .forEach(name ->
            noticed("A segment names the group " + name + ", which the pool does not have."));
  }

  /** Returns each notice once, with how often it came. */
  public List<String> all() {
    return all.all();
  }
}
