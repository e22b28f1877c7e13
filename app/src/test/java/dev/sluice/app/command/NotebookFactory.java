package dev.sluice.app.command;

import dev.sluice.contracts.FakeTarget;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetDescription;
import dev.sluice.migration.target.TargetFactory;
import dev.sluice.migration.target.TargetOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A target in memory that {@code sluice.yaml} can name: every page is a target of its own. */
public final class NotebookFactory implements TargetFactory {
  private static final Map<String, FakeTarget> PAGES = new ConcurrentHashMap<>();

  static FakeTarget page(String name) {
    return PAGES.computeIfAbsent(name, missing -> new FakeTarget());
  }

  @Override
  public String name() {
    return "notebook";
  }

  @Override
  public List<TargetOption> options() {
    return List.of(new TargetOption("page", "The page.", true, false, null, "first"));
  }

  @Override
  public List<String> problems(Map<String, String> values) {
    return List.of();
  }

  @Override
  public TargetDescription describe() {
    return new FakeTarget().describe();
  }

  @Override
  public String place(Map<String, String> values) {
    return "page " + values.getOrDefault("page", "");
  }

  @Override
  public Target open(Map<String, String> values) {
    return page(values.getOrDefault("page", ""));
  }
}
