package dev.sluice.api.target.backup;

/**
 * The contents of a backup.
 *
 * @param name such as a realm's
 * @param version the target's, for a person: it must not be restored into an older one
 * @param users how many there are now; others may come and go while a backup is made
 */
public record BackupContents(String name, String version, long users) {}
