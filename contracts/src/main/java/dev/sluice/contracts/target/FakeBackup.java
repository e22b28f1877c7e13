package dev.sluice.contracts.target;

import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.backup.BackupContents;
import dev.sluice.api.target.backup.BackupSink;
import dev.sluice.api.target.backup.BackupSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files as a target gives them, every one with seven users in it. */
public final class FakeBackup implements BackupSource {
  /** In each file. */
  public static final int USERS = 7;

  private final Map<String, String> files = new LinkedHashMap<>();
  private @Nullable String trouble;
  private @Nullable String troubleInBetween;

  /** Has this file as well. */
  public FakeBackup with(String name, String content) {
    files.put(name, content);
    return this;
  }

  /** Cannot be asked from now on. */
  public FakeBackup away(String why) {
    trouble = why;
    return this;
  }

  /** Gives all its files, and then this instead of an end. */
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
