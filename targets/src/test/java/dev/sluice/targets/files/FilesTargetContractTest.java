package dev.sluice.targets.files;

import dev.sluice.api.target.Target;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.contracts.target.TargetContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder keeps the contract. */
class FilesTargetContractTest extends TargetContract {
  @TempDir private Path folder;
  private Target target = new FilesTarget(Path.of("not", "open", "yet"));

  @BeforeEach
  void open() {
    target = new FilesTarget(folder);
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Override
  protected Target target() {
    return target;
  }

  @Override
  protected Optional<PlannedUser> stored(UserId id) {
    return new StoredLines(folder).read(id);
  }

  @Override
  protected void move(UserId id) {
    throw new AssertionError("Nobody moves into a file.");
  }
}
