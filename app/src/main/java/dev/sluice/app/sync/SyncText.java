package dev.sluice.app.sync;

import dev.sluice.api.ledger.Finding;
import dev.sluice.api.ledger.PoolScan;
import dev.sluice.api.ledger.ScanBatch;
import dev.sluice.app.cli.UtcTime;
import dev.sluice.migration.segment.Segment;
import dev.sluice.migration.sync.SyncPlan;
import dev.sluice.migration.sync.SyncReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats a sync's plan and its report as text and as JSON. */
public final class SyncText {
  /** The most differences in text output; JSON has all that are listed. */
  private static final int SHOWN = 20;

  private SyncText() {}

  public static List<String> lines(SyncPlan plan, Optional<String> obstacle) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d users read of pool %s (%s): %s.",
            plan.read(),
            plan.pool().id(),
            plan.pool().name(),
            counts(plan.found())));
    plan.only()
        .ifPresent(segment ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "Only segment %s: %s; %,d users are outside it.",
                    segment.name(),
                    segment.words(),
                    plan.outside())));
    addDrift(lines, plan.drift(), plan.found(Finding.DRIFT));
    plan.notices().forEach(notice -> lines.add("Notice: " + notice));
    plan.held().ifPresent(held -> lines.add("Would be held: " + held));
    obstacle.ifPresent(text -> lines.add("It cannot start now: " + text));
    lines.add(
        "Nothing was changed. To apply the changes: sluice sync"
            + plan.only().map(segment -> " --only " + segment.name()).orElse("")
            + " --execute");
    return lines;
  }

  public static List<String> lines(SyncReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s: %,d users read; %s.",
            report.run(),
            report.resumed() ? "resumed and finished" : "finished",
            report.totals().read(),
            counts(report.found())));
    addDrift(lines, report.drift(), report.found(Finding.DRIFT));
    if (report.totals().outside() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d users are outside the segment and were not changed.",
              report.totals().outside()));
    }
    report.notices().forEach(notice -> lines.add("Notice: " + notice));
    if (report.found(Finding.NOT_AT_TARGET) > 0) {
      lines.add(
          "Users that are not at the target were deleted there, or the target was restored from"
              + " an older state. Sync did not change them: sluice bulk --repair-missing brings them"
              + " back.");
    }
    if (report.found(Finding.REJECTED) > 0) {
      lines.add(
          "sluice status --rejected lists the rejected users with reasons; sluice bulk"
              + " --retry-rejected --execute retries them.");
    }
    report.held().ifPresent(held -> lines.add("Held: " + held));
    return lines;
  }

  /** Formats the last finished scan. */
  public static String line(PoolScan scan, Map<Finding, Long> found) {
    Instant finished = scan.finished();
    return String.format(
        Locale.ROOT,
        "last sync: %s, finished %s: %s%s",
        scan.run(),
        finished == null ? "not yet" : UtcTime.text(finished),
        counts(found),
        found.getOrDefault(Finding.NOT_AT_TARGET, 0L) > 0
            ? "; sluice bulk --repair-missing brings users back that are not at the target"
            : "");
  }

  private static void addDrift(List<String> lines, List<ScanBatch.Drift> drift, long inAll) {
    if (inAll == 0) {
      return;
    }
    lines.add("The target is in charge of these users, so their changes are not written:");
    drift.stream()
        .limit(SHOWN)
        .forEach(each -> lines.add("  " + each.username() + "  " + each.found()));
    if (inAll > SHOWN) {
      lines.add(String.format(Locale.ROOT, "  and %,d more: --json lists them", inAll - SHOWN));
    }
  }

  private static String counts(Map<Finding, Long> found) {
    String counts =
        Arrays.stream(Finding.values())
            .filter(what -> found.getOrDefault(what, 0L) > 0)
            .map(what -> String.format(Locale.ROOT, "%,d %s", found.get(what), words(what)))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "no changes" : counts;
  }

  private static String words(Finding what) {
    return switch (what) {
      case NEW -> "new";
      case CHANGED -> "changed";
      case DISABLED -> "disabled";
      case ENABLED -> "enabled";
      case GONE -> "gone";
      case DRIFT -> "changed in the pool after the target took charge";
      case REJECTED -> "rejected";
      case STILL_THERE -> "not listed but still in the pool";
      case NOT_AT_TARGET -> "not at the target";
      case HELD -> "missing and kept";
    };
  }

  public static ObjectNode json(SyncPlan plan, Optional<String> obstacle) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("executed", false);
    json.put("pool", plan.pool().id());
    json.put("segment", plan.only().map(Segment::name).orElse(null));
    json.put("read", plan.read());
    json.put("outside", plan.outside());
    json.set("found", json(plan.found()));
    addDrift(json, plan.drift());
    json.put("held", plan.held().orElse(null));
    json.put("obstacle", obstacle.orElse(null));
    addNotices(json, plan.notices());
    return json;
  }

  public static ObjectNode json(SyncReport report) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("executed", true);
    json.put("run", report.run());
    json.put("resumed", report.resumed());
    json.put("read", report.totals().read());
    json.put("outside", report.totals().outside());
    json.set("found", json(report.found()));
    addDrift(json, report.drift());
    json.put("held", report.held().orElse(null));
    json.put("seconds", report.totals().elapsed().toMillis() / 1000.0);
    addNotices(json, report.notices());
    return json;
  }

  /** Formats the last finished scan. */
  public static ObjectNode json(PoolScan scan, Map<Finding, Long> found) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("run", scan.run());
    json.put("started", scan.started().toString());
    json.put("finished", String.valueOf(scan.finished()));
    json.set("found", json(found));
    return json;
  }

  private static ObjectNode json(Map<Finding, Long> found) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    for (Finding what : Finding.values()) {
      json.put(key(what), found.getOrDefault(what, 0L));
    }
    return json;
  }

  private static String key(Finding what) {
    return switch (what) {
      case NEW -> "new";
      case CHANGED -> "changed";
      case DISABLED -> "disabled";
      case ENABLED -> "enabled";
      case GONE -> "gone";
      case DRIFT -> "drift";
      case REJECTED -> "rejected";
      case STILL_THERE -> "stillThere";
      case NOT_AT_TARGET -> "notAtTarget";
      case HELD -> "held";
    };
  }

  private static void addDrift(ObjectNode json, List<ScanBatch.Drift> drift) {
    ArrayNode all = json.putArray("drift");
    drift.forEach(each ->
        all.addObject()
            .put("id", each.id().value())
            .put("username", each.username())
            .put("found", each.found()));
  }

  private static void addNotices(ObjectNode json, List<String> notices) {
    ArrayNode all = json.putArray("notices");
    notices.forEach(all::add);
  }
}
