package dev.sluice.app.provision;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.UnreadPart;
import dev.sluice.api.target.provision.ObjectDiff;
import dev.sluice.api.target.provision.ProvisionStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Formats what provisioning changes at a target, in the style of a diff.
 *
 * @param executed whether the steps were applied
 */
public record ProvisionReport(String target, boolean executed) {

  /** Formats a step with the diff of its object below it. */
  public static List<String> lines(ProvisionStep step, boolean done) {
    List<String> lines = new ArrayList<>();
    String source = step.diff().map(diff -> "  (from " + diff.from() + ")").orElse("");
    lines.add((done ? "Done: " : " - ") + step.describe() + source);
    step.diff()
        .ifPresent(diff ->
            diff.lines()
                .forEach(line -> lines.add("     " + line.sign().mark() + " " + line.text())));
    return lines;
  }

  /** Returns what the plan lacks because it could not be read from the pool. */
  public static List<String> unread(PoolInventory pool) {
    return pool.unread().stream().map(part -> "Not in this plan: " + words(part)).toList();
  }

  /** Formats everything as JSON. */
  ObjectNode json(List<ProvisionStep> steps, PoolInventory pool, AppliedSteps applied) {
    ObjectNode document = JsonMapper.shared().createObjectNode().put("target", target);
    ArrayNode described = document.putArray("steps");
    steps.forEach(step -> add(described.addObject(), step));
    ArrayNode unread = document.putArray("unread");
    pool.unread().forEach(part -> unread.add(words(part)));
    ArrayNode failures = document.putArray("failures");
    applied
        .failures()
        .forEach(failure ->
            failures
                .addObject()
                .put("text", failure.step().describe())
                .put("problem", failure.problem()));
    document.put("notTried", applied.notTried());
    return document.put("executed", executed);
  }

  private static void add(ObjectNode json, ProvisionStep step) {
    json.put("text", step.describe()).put("byHand", step.isManual());
    step.diff().ifPresent(diff -> add(json, diff));
  }

  private static void add(ObjectNode json, ObjectDiff diff) {
    json.put("kind", diff.kind()).put("name", diff.name()).put("from", diff.from());
    ArrayNode changes = json.putArray("changes");
    diff.lines()
        .forEach(
            line -> changes.addObject().put("sign", line.sign().mark()).put("text", line.text()));
  }

  private static String words(UnreadPart part) {
    String which = part.which() == null ? "" : " " + part.which();
    return part.part().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + which
        + ". "
        + part.why();
  }
}
