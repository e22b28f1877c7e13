package dev.sluice.app.config.reading;

import dev.sluice.api.user.SourceStatus;
import dev.sluice.migration.segment.Condition;
import dev.sluice.migration.segment.LoginList;
import dev.sluice.migration.segment.LoginListException;
import dev.sluice.migration.segment.Segment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of a condition. Where there are several, all must hold; where one has a list of values,
 * any of them.
 */
final class ConditionShape {
  private static final Rule<String> DOMAIN =
      Rule.matching(Pattern.compile("[^@\\s]+"), "an email address's domain such as example.org");
  private static final Rule<SourceStatus> STATUS =
      Rule.oneOf(
          Stream.of(SourceStatus.values())
              .collect(
                  Collectors.toMap(
                      status -> status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                      Function.identity())));
  private static final Rule<Boolean> YES_OR_NO =
      Rule.oneOf(Map.of("true", Boolean.TRUE, "false", Boolean.FALSE));

  /** Deeper than anybody writes, and the end of a file that contains itself by an alias. */
  private static final int DEEPEST = 10;

  private final Path folder;
  private final Map<String, Segment> above;
  private int depth;
  private boolean toldTooDeep;

  /**
   * @param folder where relative paths begin
   * @param above the segments that may be named
   */
  ConditionShape(Path folder, Map<String, Segment> above) {
    this.folder = folder;
    this.above = above;
  }

  /** What could be read; where that is not all, a problem was noted. */
  Condition read(Section section) {
    if (depth == DEEPEST) {
      tooDeep(section);
      return new Condition.All(List.of());
    }
    int noted = section.noted();
    depth++;
    List<Condition> all = new ArrayList<>(ofTheProfile(section));
    all.addAll(ofOtherConditions(section));
    section.complainAboutUnknown();
    if (all.isEmpty() && !section.isBroken() && section.noted() == noted) {
      section.problem(
          section.line(), section.path(), "says nothing; expected a condition such as group: beta");
    }
    depth--;
    return all.size() == 1 ? all.getFirst() : new Condition.All(all);
  }

  /** Notes it once: a condition that contains itself gets this deep in many ways. */
  private void tooDeep(Section section) {
    if (!toldTooDeep) {
      section.problem(section.line(), section.path(), "is more than 10 conditions deep");
      toldTooDeep = true;
    }
  }

  private List<Condition> ofTheProfile(Section section) {
    List<Condition> all = new ArrayList<>();
    take(all, section, "group", Rule.text("a group's name"), Condition.InGroup::new);
    take(all, section, "email-domain", DOMAIN, Condition.EmailAt::new);
    Section attributes = section.part("attribute");
    for (String name : attributes.keys()) {
      Rule<String> value = Rule.text("the attribute's value");
      take(all, attributes, name, value, text -> new Condition.AttributeIs(name, text));
    }
    take(all, section, "has-attribute", Rule.text("its name"), Condition.HasAttribute::new);
    take(all, section, "created-before", TimeRules.time(), Condition.CreatedBefore::new);
    take(all, section, "created-since", TimeRules.time(), Condition.CreatedSince::new);
    take(all, section, "older-than", TimeRules.age(), Condition.OlderThan::new);
    take(all, section, "status", STATUS, Condition.HasStatus::new);
    take(all, section, "enabled", YES_OR_NO, Condition.Enabled::new);
    return all;
  }

  private List<Condition> ofOtherConditions(Section section) {
    List<Condition> all = new ArrayList<>();
    addAny(all, lists(section));
    Rule<Segment> segment = SegmentShape.nameOf(above, " that stands above this one");
    take(all, section, "segment", segment, Condition.InSegment::new);
    List<Condition> together = each(section.parts("all"));
    if (!together.isEmpty()) {
      all.add(new Condition.All(together));
    }
    addAny(all, each(section.parts("any")));
    List<Condition> unwanted = new ArrayList<>();
    addAny(unwanted, section.isList("not") ? each(section.parts("not")) : single(section, "not"));
    unwanted.forEach(condition -> all.add(new Condition.Not(condition)));
    return all;
  }

  private List<Condition> single(Section section, String key) {
    Section part = section.part(key);
    return section.keys().contains(key) ? List.of(read(part)) : List.of();
  }

  private List<Condition> each(List<Section> parts) {
    return parts.stream().map(this::read).toList();
  }

  private static <T> void take(
      List<Condition> all, Section section, String key, Rule<T> rule, Function<T, Condition> of) {
    addAny(all, section.readSome(key, rule).stream().map(of).toList());
  }

  private static void addAny(List<Condition> all, List<Condition> any) {
    if (!any.isEmpty()) {
      all.add(any.size() == 1 ? any.getFirst() : new Condition.Any(any));
    }
  }

  private List<Condition> lists(Section section) {
    String key = "listed-in";
    List<Condition> lists = new ArrayList<>();
    for (Item<String> item : section.readItems(key, Rule.text("a file with a login a line"))) {
      Path file = folder.resolve(item.value());
      try {
        lists.add(new Condition.Listed(LoginList.read(item.value(), file)));
      } catch (LoginListException unusable) {
        section.problem(item.line(), section.name(key), reason(unusable, item, file));
      }
    }
    return lists;
  }

  /** Says why a list cannot be used, without a name that came from a placeholder. */
  private static String reason(LoginListException unusable, Item<String> item, Path file) {
    String reason = String.valueOf(unusable.getMessage());
    return item.printable()
        ? reason
        : ShownValue.MASKED
            + reason
                .substring(item.value().length())
                .replace(file.toAbsolutePath().toString(), "that path");
  }
}
