package dev.sluice.migration.backup;

/**
 * One file of a backup, as it is on disk.
 *
 * @param users how many are in it
 * @param sha256 in small hexadecimal digits
 */
public record BackupFile(String name, long users, long bytes, String sha256) {}
