package dev.sluice.targets.files;

import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetDescription;
import dev.sluice.migration.target.TargetFactory;
import dev.sluice.migration.target.TargetOption;
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
    return "Tested as it is used, on a real file system.";
  }

  @Override
  public List<TargetOption> options() {
    return FilesOptions.ALL;
  }

  @Override
  public List<String> problems(Map<String, String> values) {
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
