package dev.sluice.app.status;

import dev.sluice.api.ledger.MigrationState;
import dev.sluice.api.ledger.MovedBy;
import dev.sluice.api.ledger.UnfinishedRun;
import dev.sluice.app.cli.UtcTime;
import dev.sluice.migration.run.RunKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats a status report as text and as JSON. */
public final class StatusText {
  private StatusText() {}

  public static List<String> lines(StatusReport report) {
    List<String> lines = new ArrayList<>();
    long total = report.tally().total();
    lines.add(String.format(Locale.ROOT, "%,d users in the ledger%s", total, ofWhom(report)));
    for (MigrationState state : MigrationState.values()) {
      long users = report.tally().in(state);
      if (users > 0) {
        lines.add(
            String.format(
                Locale.ROOT, "  %-11s %,12d  %5.1f %%", state, users, 100.0 * users / total));
      }
    }
    if (!report.tally().by().isEmpty()) {
      lines.add("moved by " + counts(report.tally().by()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "moved in the last day: %,d, week: %,d",
            report.movedLastDay(),
            report.movedLastWeek()));
    StatusForecast forecast = new StatusForecast(report);
    forecast.left().ifPresent(lines::add);
    lines.add(forecast.line());
    if (report.rejected() > 0) {
      lines.add("sluice status --rejected lists the rejected users with reasons");
    }
    if (report.runs().isEmpty()) {
      lines.add("no bulk run is unfinished");
    }
    report.runs().forEach(run -> lines.add(line(run)));
    return lines;
  }

  private static String ofWhom(StatusReport report) {
    return report
        .poolRead()
        .map(time -> "; the whole pool was last read at " + UtcTime.text(time))
        .orElse("; the whole pool has not been read yet, so it may have more");
  }

  /**
   * Reports on the users of which it is unknown whether a yes took effect at the target.
   *
   * @param unseen why that cannot be checked now
   */
  public static List<String> assumed(long users, Optional<String> unseen) {
    if (users == 0) {
      return List.of();
    }
    String line =
        String.format(
            Locale.ROOT,
            "%,d assumed to have moved: the gateway told the target that the password is right,"
                + " but the target has not yet confirmed the user",
            users);
    return List.of(
        unseen.map(why -> line + "; the target cannot be asked now: " + why).orElse(line));
  }

  private static String line(UnfinishedRun run) {
    return String.format(
        Locale.ROOT,
        "run %s%s has read %,d users since %s and is not finished; if it is no longer running,"
            + " sluice bulk%s --execute resumes it",
        run.name(),
        about(run),
        run.read(),
        UtcTime.text(run.started()),
        switches(run));
  }

  private static String about(UnfinishedRun run) {
    boolean ofSegment = !run.segment().isEmpty() && !run.name().startsWith(RunKind.REPAIR);
    return (ofSegment ? " of segment " + run.segment() : "")
        + (run.archive().isEmpty() ? "" : " from archive " + run.archive());
  }

  private static String switches(UnfinishedRun run) {
    if (run.name().startsWith(RunKind.REPAIR)) {
      return " --repair-missing"
          + (run.segment().contains("moved") ? " --also moved" : "")
          + (run.segment().contains("deleted") ? " --also deleted" : "")
          + (run.archive().isEmpty() ? "" : " --from that archive");
    }
    return (run.segment().isEmpty() ? "" : " --only " + run.segment())
        + (run.archive().isEmpty() ? "" : " --from that archive");
  }

  private static String counts(Map<MovedBy, Long> by) {
    return new TreeMap<>(by)
        .entrySet().stream()
            .map(each -> String.format(Locale.ROOT, "%s %,d", each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
  }

  public static ObjectNode json(StatusReport report) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("users", report.tally().total());
    ObjectNode states = json.putObject("states");
    for (MigrationState state : MigrationState.values()) {
      states.put(state.name(), report.tally().in(state));
    }
    ObjectNode by = json.putObject("movedBy");
    for (MovedBy how : MovedBy.values()) {
      by.put(how.name(), report.tally().by(how));
    }
    json.put("movedLastDay", report.movedLastDay());
    json.put("movedLastWeek", report.movedLastWeek());
    json.put("remaining", report.remaining());
    json.put("toMove", report.toMove());
    json.put("rejected", report.rejected());
    json.put("mustSetPassword", report.mustSetPassword());
    report
        .poolRead()
        .ifPresentOrElse(
            time -> json.put("poolRead", time.toString()), () -> json.putNull("poolRead"));
    json.put("done", report.done());
    json.put("perDay", report.perDay());
    report
        .timeLeft()
        .ifPresentOrElse(
            left -> json.put("doneAbout", report.at().plus(left).toString()),
            () -> json.putNull("doneAbout"));
    ArrayNode runs = json.putArray("unfinishedRuns");
    report.runs().forEach(run -> runs.add(json(run)));
    return json;
  }

  private static ObjectNode json(UnfinishedRun run) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("name", run.name())
        .put("segment", run.segment().isEmpty() ? null : run.segment())
        .put("archive", run.archive().isEmpty() ? null : run.archive())
        .put("started", run.started().toString())
        .put("read", run.read());
  }
}
