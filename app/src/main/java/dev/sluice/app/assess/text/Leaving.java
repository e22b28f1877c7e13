package dev.sluice.app.assess.text;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.PoolInventoryJson;
import dev.sluice.cognito.access.CommandAccess;
import dev.sluice.cognito.access.LeastPolicy;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.migration.assess.disposition.DispositionRow;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool's configuration, the disposition of each part, and the permissions that AWS must grant.
 *
 * @param dispositions what moves first, what cannot move last
 */
public record Leaving(
    PoolInventory inventory, List<DispositionRow> dispositions, CognitoOptions pool) {
  public Leaving {
    dispositions = List.copyOf(dispositions);
  }

  /** Returns the policies of the commands; commands that need the same share one. */
  public List<CommandPolicy> policies() {
    return CommandPolicy.of(pool, inventory.pool().arn());
  }

  /** Formats all of it as lines for a terminal. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(ConfigurationText.lines(inventory));
    lines.add("");
    lines.add("What moves, what needs a decision, what cannot move");
    dispositions.forEach(row -> add(lines, row));
    lines.add("");
    lines.add("IAM permissions: the minimum policy for each command, ready to paste");
    policies()
        .forEach(policy -> {
          lines.add("  " + policy.title());
          policy.json().lines().forEach(line -> lines.add("    " + line));
        });
    return lines;
  }

  private static void add(List<String> lines, DispositionRow row) {
    String what = row.inPool().isEmpty() ? row.thing() : row.thing() + " (" + row.inPool() + ")";
    lines.add("  %-7s %s".formatted(AssessmentJson.lower(row.disposition()), Plain.text(what)));
    lines.add("          " + row.whatToDo());
  }

  /** Adds all of it to a report, without secrets. */
  public void addTo(ObjectNode json) {
    json.set("configuration", PoolInventoryJson.withoutSecrets(inventory));
    ArrayNode rows = json.putArray("fates");
    dispositions.forEach(row ->
        rows.addObject()
            .put("key", row.key())
            .put("thing", row.thing())
            .put("inPool", row.inPool())
            .put("fate", AssessmentJson.lower(row.disposition()))
            .put("whatToDo", row.whatToDo()));
    ObjectNode policies = json.putObject("policies");
    for (CommandAccess access : CommandAccess.values()) {
      policies.set(access.command(), LeastPolicy.of(access, pool, inventory.pool().arn()));
    }
  }
}
