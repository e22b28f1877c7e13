package dev.sluice.api.target.backup;

/** How a target is backed up. */
public sealed interface BackupMethod {

  /** Sluice backs the target up: the target exports itself as files. */
  record ByFiles(BackupSource source) implements BackupMethod {}

  /**
   * Sluice does not back the target up.
   *
   * @param advice which tools of the target's own do it, for a person
   */
  record OwnTools(String advice) implements BackupMethod {}
}
