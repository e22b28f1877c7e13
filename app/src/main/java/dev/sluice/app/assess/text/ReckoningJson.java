package dev.sluice.app.assess.text;

import dev.sluice.migration.assess.Sign;
import dev.sluice.migration.assess.estimate.Costs;
import dev.sluice.migration.assess.estimate.ExportTime;
import dev.sluice.migration.assess.estimate.MonthlyCost;
import dev.sluice.migration.assess.estimate.SlowHalf;
import dev.sluice.migration.assess.estimate.Times;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats costs, durations and signs as JSON. */
final class ReckoningJson {
  private ReckoningJson() {}

  static ObjectNode costs(Costs costs) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("currency", costs.prices().currency());
    json.put("pricesAsOf", costs.prices().asOf().toString());
    json.put("pricesFrom", costs.prices().source());
    costs.plan().ifPresentOrElse(plan -> json.put("plan", plan), () -> json.putNull("plan"));
    json.put("activeIsTold", costs.activeIsTold());
    ArrayNode months = json.putArray("months");
    costs.months().forEach(month -> month(months.addObject(), month));
    month(json.putObject("everybody"), costs.everybody());
    return json;
  }

  private static void month(ObjectNode json, MonthlyCost month) {
    json.put("active", month.active());
    json.put("federated", month.federated());
    ObjectNode plans = json.putObject("plans");
    month.byPlan().forEach(plans::put);
  }

  static ObjectNode times(Times times) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ExportTime export = times.export();
    json.putObject("export")
        .put("requestsPerSecond", export.requestsPerSecond())
        .put("userPages", export.userPages())
        .put("groupPages", export.groupPages())
        .put("seconds", export.total().toMillis() / 1000.0);
    json.putObject("import")
        .put("usersPerSecond", times.importRate())
        .put("seconds", times.imports().toMillis() / 1000.0);
    json.put("bulkSeconds", times.bulk().toMillis() / 1000.0);
    ArrayNode slow = json.putArray("passwordsMoved");
    times.slowHalves().forEach(half -> slowHalf(slow, half));
    return json;
  }

  private static void slowHalf(ArrayNode json, SlowHalf half) {
    half.after()
        .forEach(moved ->
            json.addObject()
                .put("activeShare", half.activeShare())
                .put("days", moved.days())
                .put("atLeast", moved.atLeast())
                .put("atMost", moved.atMost()));
  }

  static ObjectNode signs(List<Sign> signs) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ArrayNode all = json.putArray("all");
    signs.forEach(sign ->
        all.addObject()
            .put("side", AssessmentJson.lower(sign.side()))
            .put("weight", AssessmentJson.lower(sign.weight()))
            .put("text", sign.text()));
    json.put("verdict", SignsText.verdict(signs));
    return json;
  }
}
