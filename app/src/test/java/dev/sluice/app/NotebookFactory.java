package dev.sluice.app;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetOption;
import dev.sluice.contracts.target.FakeTarget;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A target in memory that {@code sluice.yaml} can name: every page is a target of its own. */
public final class NotebookFactory implements TargetFactory {
  private static final Map<String, FakeTarget> PAGES = new ConcurrentHashMap<>();

  public static FakeTarget page(String name) {
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
  public List<OptionProblem> problems(Map<String, String> values) {
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
