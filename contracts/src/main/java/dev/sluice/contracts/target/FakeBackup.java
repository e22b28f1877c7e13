package dev.sluice.contracts.target;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.backup.BackupContents;
import dev.sluice.api.target.backup.BackupSink;
import dev.sluice.api.target.backup.BackupSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files as a target exports them, each with seven users in it. */
public final class FakeBackup implements BackupSource {
  /** The users in each file. */
  public static final int USERS = 7;

  private final Map<String, String> files = new LinkedHashMap<>();
  private @Nullable String trouble;
  private @Nullable String troubleInBetween;

  /** Adds this file. */
  public FakeBackup with(String name, String content) {
    files.put(name, content);
    return this;
  }

  /** Fails every question from now on. */
  public FakeBackup away(String why) {
    trouble = why;
    return this;
  }

  /** Exports all its files, and then fails with this instead of ending. */
  public FakeBackup breaking(String why) {
    troubleInBetween = why;
    return this;
  }

  @Override
  public BackupContents contents() {
    if (trouble != null) {
      throw new TargetException(trouble);
    }
    return new BackupContents("customers", "fake 7", (long) USERS * files.size());
  }

  @Override
  public void read(BackupSink sink) {
    files.forEach(
        (name, content) -> sink.file(name, content.getBytes(StandardCharsets.UTF_8), USERS));
    if (troubleInBetween != null) {
      throw new TargetException(troubleInBetween);
    }
  }
}
