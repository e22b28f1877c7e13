package dev.sluice.targets.files;

import dev.sluice.api.target.OptionProblem;
import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetFactory;
import dev.sluice.api.target.TargetOption;
import java.util.List;
import java.util.Map;

/** Opens {@code target.files}. */
public final class FilesTargetFactory implements TargetFactory {
  @Override
  public String name() {
    return "files";
  }

  @Override
  public String proof() {
    return "Tested on a real file system.";
  }

  @Override
  public List<TargetOption> options() {
    return FilesOptions.ALL;
  }

  @Override
  public List<OptionProblem> problems(Map<String, String> values) {
    return FilesOptions.problems(values);
  }

  @Override
  public TargetDescription describe() {
    return FilesTarget.DESCRIPTION;
  }

  @Override
  public String place(Map<String, String> values) {
    return "folder " + FilesOptions.from(values).folder().toAbsolutePath().normalize();
  }

  @Override
  public Target open(Map<String, String> values) {
    return new FilesTarget(FilesOptions.from(values).folder());
  }
}
