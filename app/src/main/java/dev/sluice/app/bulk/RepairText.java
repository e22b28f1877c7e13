package dev.sluice.app.bulk;

import dev.sluice.app.assess.text.Plain;
import dev.sluice.migration.repair.AlsoThese;
import dev.sluice.migration.repair.Damage;
import dev.sluice.migration.repair.Damaged;
import dev.sluice.migration.repair.RepairPlan;
import dev.sluice.migration.repair.RepairReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats a repair's plan and its report as text and as JSON. */
final class RepairText {
  /** How many users of each kind the text names; JSON names more. */
  private static final int NAMED = 20;

  private RepairText() {}

  static List<String> lines(RepairPlan plan, AlsoThese also) {
    List<String> lines = new ArrayList<>();
    if (plan.counts().isEmpty()) {
      lines.add("The target has every user that the ledger records there: nothing to repair.");
    }
    for (Damage damage : Damage.values()) {
      if (plan.of(damage) > 0) {
        lines.add(
            String.format(
                Locale.ROOT, "%,d %s: %s", plan.of(damage), what(damage), planned(damage, also)));
        names(lines, plan.named(), damage, plan.of(damage));
      }
    }
    plan.notices().forEach(notice -> lines.add("Notice: " + notice));
    if (plan.of(Damage.LOST) + plan.of(Damage.MOVE_LOST) > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "To write users again, the pool %s (about %,d users) is read once more.",
              plan.pool().id(),
              plan.pool().estimatedUsers()));
    }
    lines.add(
        "Nothing was changed. To apply the changes: sluice bulk --repair-missing"
            + switches(also)
            + " --execute");
    return lines;
  }

  private static String switches(AlsoThese also) {
    if (!also.moved() && !also.deleted()) {
      return "";
    }
    return " --also "
        + (also.moved() ? "moved" : "")
        + (also.moved() && also.deleted() ? "," : "")
        + (also.deleted() ? "deleted" : "");
  }

  static List<String> lines(RepairReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s: %,d users read, %,d to be helped, %,d rejected.",
            report.run(),
            report.resumed() ? "resumed and finished" : "finished",
            report.totals().read(),
            report.found().values().stream().mapToLong(Long::longValue).sum(),
            report.totals().rejected()));
    for (Damage damage : Damage.values()) {
      long open = report.found(damage) - report.mended(damage);
      if (report.mended(damage) > 0) {
        lines.add(
            String.format(
                Locale.ROOT, "%,d %s: %s", report.mended(damage), what(damage), done(damage)));
      }
      if (open > 0) {
        lines.add(String.format(Locale.ROOT, "%,d %s: %s", open, what(damage), left(damage)));
        names(lines, report.unmended(), damage, open);
      }
    }
    report.notices().forEach(notice -> lines.add("Notice: " + notice));
    if (report.totals().rejected() > 0) {
      lines.add("sluice status --rejected lists the rejected users with reasons.");
    }
    return lines;
  }

  private static void names(List<String> lines, List<Damaged> named, Damage damage, long inAll) {
    named.stream()
        .filter(each -> each.damage() == damage)
        .limit(NAMED)
        .forEach(each -> lines.add("  " + Plain.all(each.username()) + " (" + each.id() + ")"));
    if (inAll > NAMED) {
      lines.add(
          String.format(Locale.ROOT, "  and %,d more: --json names up to 1,000", inAll - NAMED));
    }
  }

  private static String what(Damage damage) {
    return switch (damage) {
      case LOST -> "in Cognito's charge and not at the target";
      case UNLINKED -> "in Cognito's charge and no longer asked for their old password there";
      case UNRECORDED -> "with a password at the target that the ledger does not know of";
      case MOVE_LOST -> "had moved, and the target has lost them or their password";
      case DELETED -> "deleted at the target before they moved, and still in the pool";
    };
  }

  private static String planned(Damage damage, AlsoThese also) {
    return switch (damage) {
      case LOST -> "written again from the pool, with the same ids";
      case UNLINKED -> "linked again, so that they log in with it";
      case UNRECORDED -> "recorded as moved";
      case MOVE_LOST -> also.moved() ? "start again from the pool" : left(damage);
      case DELETED -> also.deleted() ? "brought back" : left(damage);
    };
  }

  private static String done(Damage damage) {
    return switch (damage) {
      case LOST -> "written again";
      case UNLINKED -> "linked again";
      case UNRECORDED -> "recorded as moved";
      case MOVE_LOST -> "start again from the pool";
      case DELETED -> "brought back";
    };
  }

  private static String left(Damage damage) {
    return switch (damage) {
      case LOST, UNLINKED, UNRECORDED -> "not mended: run the same command again";
      case MOVE_LOST ->
          "left alone, because only the target had their latest state. Restore the target's backup;"
              + " or, if there is none, --also moved lets them start again with the password and"
              + " profile that the pool has";
      case DELETED -> "left alone; --also deleted brings them back";
    };
  }

  static ObjectNode json(RepairPlan plan) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("executed", false);
    json.put("pool", plan.pool().id());
    ObjectNode found = json.putObject("found");
    for (Damage damage : Damage.values()) {
      found.put(key(damage), plan.of(damage));
    }
    addNames(json, "users", plan.named());
    addNotices(json, plan.notices());
    return json;
  }

  static ObjectNode json(RepairReport report) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("executed", true);
    json.put("run", report.run());
    json.put("resumed", report.resumed());
    json.put("read", report.totals().read());
    json.put("rejected", report.totals().rejected());
    ObjectNode found = json.putObject("found");
    ObjectNode mended = json.putObject("mended");
    for (Damage damage : Damage.values()) {
      found.put(key(damage), report.found(damage));
      mended.put(key(damage), report.mended(damage));
    }
    addNames(json, "left", report.unmended());
    addNotices(json, report.notices());
    return json;
  }

  private static void addNames(ObjectNode json, String list, List<Damaged> named) {
    ArrayNode users = json.putArray(list);
    named.forEach(each ->
        users
            .addObject()
            .put("id", each.id().value())
            .put("username", each.username())
            .put("found", key(each.damage())));
  }

  private static void addNotices(ObjectNode json, List<String> notices) {
    ArrayNode all = json.putArray("notices");
    notices.forEach(all::add);
  }

  private static String key(Damage damage) {
    return switch (damage) {
      case LOST -> "lost";
      case UNLINKED -> "unlinked";
      case UNRECORDED -> "unrecorded";
      case MOVE_LOST -> "moveLost";
      case DELETED -> "deleted";
    };
  }
}
