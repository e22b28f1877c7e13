package dev.sluice.app.bulk;

import dev.sluice.migration.repair.AlsoThese;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code sluice bulk} that bring back users whom the target has lost. */
final class RepairOptions {
  /** Users whom a repair leaves alone unless the owner decides otherwise. */
  private enum Also {
    moved,
    deleted
  }

  @Option(
      names = "--repair-missing",
      description =
          "Bring back users that the target should have and has lost, and link users again that"
              + " were unlinked before they moved. Users that have moved are never changed.")
  private boolean repairMissing;

  @Option(
      names = "--also",
      paramLabel = "moved|deleted",
      split = ",",
      description =
          "With --repair-missing. moved: users that had moved and that the target has lost start"
              + " again from the pool, with the pool's password and profile. deleted: users that"
              + " were deleted at the target before they moved come back.")
  private Set<Also> also = EnumSet.noneOf(Also.class);

  /**
   * Tells whether a repair is asked for.
   *
   * @throws ParameterException if an option needs another one that is missing
   */
  boolean given(CommandLine command) {
    if (!also.isEmpty() && !repairMissing) {
      throw new ParameterException(command, "--also belongs to --repair-missing: add it.");
    }
    return repairMissing;
  }

  AlsoThese also() {
    return new AlsoThese(also.contains(Also.moved), also.contains(Also.deleted));
  }
}
