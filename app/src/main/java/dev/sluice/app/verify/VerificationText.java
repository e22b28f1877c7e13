package dev.sluice.app.verify;

import dev.sluice.app.assess.text.Plain;
import dev.sluice.migration.verify.Disagreement;
import dev.sluice.migration.verify.Disagreement.Kind;
import dev.sluice.migration.verify.VerificationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats the findings of a verification as text and as JSON. */
public final class VerificationText {
  private static final int WIDTH = 32;
  private static final String ROW = "  %-14s %-20s %-24s %-32s %s";

  private VerificationText() {}

  /** Returns the heading of the table. */
  public static String heading() {
    return String.format(Locale.ROOT, ROW, "what", "user", "field", "should be", "is");
  }

  /** Formats one row of the table. */
  public static String row(Disagreement each) {
    return String.format(
        Locale.ROOT,
        ROW,
        (each.kind() == Kind.MORE_TRUSTED ? "! " : "") + key(each.kind()),
        cut(each.username(), 20),
        cut(each.field(), 24),
        cut(each.wanted(), WIDTH),
        cut(each.found(), WIDTH)
            + (each.changedSince() && each.kind() == Kind.DIFFERENT
                ? "  (changed in the pool since)"
                : ""));
  }

  private static String cut(@Nullable String value, int width) {
    if (value == null) {
      return "-";
    }
    String shown = Plain.all(value);
    return shown.codePointCount(0, shown.length()) <= width
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, width - 1)) + "…";
  }

  /**
   * Formats the summary below the table.
   *
   * @param listed how many rows it had
   * @param file the file that holds all findings
   */
  public static List<String> lines(
      VerificationReport report, int listed, Optional<Path> file, boolean strict) {
    List<String> lines = new ArrayList<>();
    long all = report.kinds().values().stream().mapToLong(Long::longValue).sum();
    if (all > listed) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  and %,d more: %s",
              all - listed,
              file.map(path -> "all are in " + path)
                  .orElse("--all shows them, --report FILE writes them")));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d users read from the pool, %,d compared, %,d not expected at the target%s.",
            report.read(),
            report.compared(),
            report.leftOut(),
            report.outside() == 0
                ? ""
                : String.format(Locale.ROOT, ", %,d outside the segment", report.outside())));
    for (Kind kind : Kind.values()) {
      if (report.of(kind) > 0) {
        lines.add(String.format(Locale.ROOT, "  %,d %s", report.of(kind), words(kind)));
      }
    }
    fields(lines, "Fields that differ", report.fields());
    fields(lines, "Fields that have drifted", report.drifted());
    report.notices().forEach(notice -> lines.add("Notice: " + notice));
    lines.add(verdict(report, strict));
    return lines;
  }

  private static void fields(List<String> lines, String what, Map<String, Long> counts) {
    if (!counts.isEmpty()) {
      List<String> each = new ArrayList<>();
      new TreeMap<>(counts)
          .forEach((field, count) ->
              each.add(String.format(Locale.ROOT, "%s %,d", Plain.all(field), count)));
      lines.add(what + ": " + String.join(", ", each) + ".");
    }
  }

  private static String verdict(VerificationReport report, boolean strict) {
    if (report.empty()) {
      return String.format(
          Locale.ROOT,
          "Nothing was compared: the target has none of the pool's %,d users. sluice status says"
              + " where they are.",
          report.read());
    }
    if (!report.equal(strict)) {
      return String.format(
          Locale.ROOT, "The two systems are not equal: %s.", users(report.unequalUsers(strict)));
    }
    return report.equal(true)
        ? "The two systems are equal."
        : "The two systems are equal, except for users that the target is in charge of.";
  }

  private static String users(long count) {
    return count == 1 ? "1 user differs" : String.format(Locale.ROOT, "%,d users differ", count);
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case MORE_TRUSTED -> "MORE TRUSTED at the target than in the pool";
      case MISSING ->
          "missing at the target, although the ledger records them there: sluice bulk"
              + " --repair-missing";
      case DELETED ->
          "still in the pool, but deleted at the target before they moved: sluice bulk"
              + " --repair-missing --also deleted";
      case UNEXPECTED -> "at the target, although the ledger does not record them there";
      case PASSWORD ->
          "whose password is not where the ledger records it: sluice bulk --repair-missing";
      case DIFFERENT -> "differences of users that Cognito is in charge of";
      case NOT_COMPARED -> "that can no longer be mapped";
      case NOT_BROUGHT -> "in the pool and not moved yet: sluice bulk or sluice sync";
      case NOT_IN_SOURCE -> "at the target and no longer in the pool: sluice sync";
      case DRIFT -> "differences of users that the target is in charge of";
    };
  }

  /**
   * Formats the findings of a verification.
   *
   * @param worst some findings, one by one
   */
  public static ObjectNode json(
      VerificationReport report, List<Disagreement> worst, boolean strict) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("equal", report.equal(strict));
    json.put("strict", strict);
    json.put("read", report.read());
    json.put("compared", report.compared());
    json.put("leftOut", report.leftOut());
    json.put("outside", report.outside());
    json.put("users", report.users());
    json.put("driftedUsers", report.driftedUsers());
    ObjectNode kinds = json.putObject("found");
    for (Kind kind : Kind.values()) {
      kinds.put(key(kind), report.of(kind));
    }
    ObjectNode fields = json.putObject("fields");
    new TreeMap<>(report.fields()).forEach(fields::put);
    ObjectNode drifted = json.putObject("drifted");
    new TreeMap<>(report.drifted()).forEach(drifted::put);
    ArrayNode all = json.putArray("worst");
    worst.forEach(each -> all.add(json(each)));
    ArrayNode notices = json.putArray("notices");
    report.notices().forEach(notices::add);
    return json;
  }

  /** Formats one difference. */
  public static ObjectNode json(Disagreement each) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", each.id().value())
        .put("username", each.username())
        .put("kind", key(each.kind()))
        .put("field", each.field())
        .put("wanted", each.wanted())
        .put("found", each.found())
        .put("state", each.state() == null ? null : each.state().name())
        .put("changedSince", each.changedSince());
  }

  /** Returns the JSON name of a kind. */
  public static String key(Kind kind) {
    return switch (kind) {
      case MORE_TRUSTED -> "moreTrusted";
      case MISSING -> "missing";
      case DELETED -> "deleted";
      case UNEXPECTED -> "unexpected";
      case PASSWORD -> "password";
      case DIFFERENT -> "different";
      case NOT_COMPARED -> "notCompared";
      case NOT_BROUGHT -> "notBrought";
      case NOT_IN_SOURCE -> "notInSource";
      case DRIFT -> "drift";
    };
  }
}
