package dev.sluice.app.bulk;

import dev.sluice.migration.bulk.RunReport;
import dev.sluice.migration.run.RunProgress;
import dev.sluice.migration.segment.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats a bulk run's plan and its report as text and as JSON. */
public final class BulkText {
  private BulkText() {}

  public static List<String> lines(BulkPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Would move about %,d users of pool %s (%s) to %s in %s mode.",
            plan.toMove(),
            plan.pool().id(),
            plan.pool().name(),
            plan.target(),
            plan.mode().name().toLowerCase(Locale.ROOT)));
    plan.only()
        .ifPresent(segment ->
            lines.add(
                "Only segment "
                    + segment.name()
                    + ": "
                    + segment.words()
                    + ". Their number is known once the pool is read."));
    lines.add(String.format(Locale.ROOT, "Already done: %,d.", plan.alreadyDone()));
    lines.add(pace(plan));
    plan.cautions().forEach(caution -> lines.add("Caution: " + caution));
    plan.obstacle().ifPresent(obstacle -> lines.add("It cannot start now: " + obstacle));
    lines.add(
        "Nothing was changed. To apply the changes: sluice bulk"
            + plan.only().map(segment -> " --only " + segment.name()).orElse("")
            + " --execute");
    return lines;
  }

  private static String pace(BulkPlan plan) {
    return plan.requestsPerSecond().isEmpty()
        ? "Pace: as fast as the target takes users, without asking Cognito."
        : String.format(
            Locale.ROOT,
            "Pace: %s requests/s of Cognito's 30, that is %,.0f users/s: at least %s.",
            plan.requestsPerSecond().getAsDouble(),
            plan.usersPerSecond().getAsDouble(),
            time(plan.atLeast()));
  }

  public static ObjectNode json(BulkPlan plan) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("executed", false);
    json.put("mode", plan.mode().name().toLowerCase(Locale.ROOT));
    json.put("pool", plan.pool().id());
    json.put("target", plan.target());
    json.put("segment", plan.only().map(Segment::name).orElse(null));
    json.put("estimatedUsers", plan.pool().estimatedUsers());
    json.put("alreadyDone", plan.alreadyDone());
    json.put("toMove", plan.toMove());
    plan.usersPerSecond()
        .ifPresentOrElse(
            rate -> json.put("usersPerSecond", rate), () -> json.putNull("usersPerSecond"));
    json.put("atLeastSeconds", plan.atLeast().toSeconds());
    ArrayNode cautions = json.putArray("cautions");
    plan.cautions().forEach(cautions::add);
    plan.obstacle()
        .ifPresentOrElse(text -> json.put("obstacle", text), () -> json.putNull("obstacle"));
    return json;
  }

  /**
   * Formats what a run did.
   *
   * @param rejected users in state REJECTED now, including those of earlier runs
   */
  public static List<String> lines(RunReport report, long rejected) {
    RunProgress totals = report.totals();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s in %s: %,d users read, %,d written, %,d done before, %,d rejected, %,d merged;"
                + " %,.0f users/s.",
            report.run(),
            report.resumed() ? "resumed and finished" : "finished",
            time(totals.elapsed()),
            totals.read(),
            totals.created(),
            totals.alreadyDone(),
            totals.rejected(),
            totals.merged(),
            totals.rate()));
    if (totals.outside() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d users are outside the segment and were not moved.",
              totals.outside()));
    }
    report.notices().forEach(notice -> lines.add("Notice: " + notice));
    if (rejected > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d users are rejected. sluice status --rejected lists them with reasons; sluice"
                  + " bulk --retry-rejected --execute retries them.",
              rejected));
    }
    return lines;
  }

  public static ObjectNode json(RunReport report, long rejected) {
    RunProgress totals = report.totals();
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("executed", true);
    json.put("run", report.run());
    json.put("resumed", report.resumed());
    json.put("read", totals.read());
    json.put("written", totals.created());
    json.put("alreadyDone", totals.alreadyDone());
    json.put("merged", totals.merged());
    json.put("outside", totals.outside());
    json.put("rejected", totals.rejected());
    json.put("rejectedInAll", rejected);
    json.put("seconds", totals.elapsed().toMillis() / 1000.0);
    json.put("usersPerSecond", totals.rate());
    ArrayNode notices = json.putArray("notices");
    report.notices().forEach(notices::add);
    return json;
  }

  private static String time(Duration time) {
    return time.toHours() > 0
        ? String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart())
        : String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
  }
}
