package dev.sluice.targets.files;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps all users in one file, one line of JSON each. */
final class FilesTarget implements Target {
  static final TargetDescription DESCRIPTION =
      new TargetDescription(
          "files",
          Set.of(
              TargetCapability.KEEPS_ID,
              TargetCapability.KEEPS_CREATION_TIME,
              TargetCapability.GROUPS,
              TargetCapability.EXTERNAL_IDENTITIES,
              TargetCapability.VERIFIED_FLAGS,
              TargetCapability.MUST_RESET_FLAG,
              TargetCapability.SECOND_FACTOR_FLAG),
          1_000,
          1);

  private final Path folder;
  private @Nullable UserFile opened;

  FilesTarget(Path folder) {
    this.folder = folder;
  }

  @Override
  public TargetDescription describe() {
    return DESCRIPTION;
  }

  @Override
  public Readiness check() {
    return Files.isWritable(folder)
        ? new Readiness.Ready("JSON lines in " + folder)
        : new Readiness.NotReady(
            "The directory " + folder + " is not writable.",
            "Create it with mkdir -p, or correct target.files.folder.");
  }

  @Override
  public List<ProvisionStep> provision(ProvisionRequest request) {
    return List.of();
  }

  @Override
  public synchronized List<WriteOutcome> write(List<PlannedUser> users) {
    try {
      UserFile file = file();
      List<WriteOutcome> outcomes = users.stream().map(file::add).toList();
      file.flush();
      return outcomes;
    } catch (IOException e) {
      close(); // the next write reads the file again
      return users.stream()
          .<WriteOutcome>map(
              user -> new WriteOutcome.TryLater(user.id(), Duration.ofSeconds(10), told(e)))
          .toList();
    }
  }

  @Override
  public synchronized Optional<TargetUser> find(UserId id) {
    try {
      return file().find(id);
    } catch (IOException e) {
      throw new TargetException(told(e), e);
    }
  }

  private UserFile file() throws IOException {
    UserFile file = opened == null ? new UserFile(folder.resolve("users.jsonl")) : opened;
    opened = file;
    return file;
  }

  private String told(IOException problem) {
    return "The directory " + folder + " cannot be used: " + problem.getMessage();
  }

  @Override
  public synchronized void close() {
    UserFile closing = opened;
    opened = null;
    if (closing != null) {
      closing.close();
    }
  }
}
