package dev.sluice.targets.fusionauth;

import dev.sluice.migration.target.BackupWay;
import dev.sluice.migration.target.LoginHook;
import dev.sluice.migration.target.ProvisionRequest;
import dev.sluice.migration.target.ProvisionStep;
import dev.sluice.migration.target.Readiness;
import dev.sluice.migration.target.RelayedLogins;
import dev.sluice.migration.target.Target;
import dev.sluice.migration.target.TargetDescription;
import dev.sluice.migration.target.TargetException;
import dev.sluice.migration.target.TargetUser;
import dev.sluice.migration.target.WriteOutcome;
import dev.sluice.migration.user.PlannedUser;
import dev.sluice.migration.user.UserId;
import dev.sluice.targets.fusionauth.FusionAuthOptions.ImportedUsers;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** A tenant of a FusionAuth. */
final class FusionAuthTarget implements Target {
  private final FusionAuthOptions options;
  private final FusionAuthApi api;
  private final BatchWriting writing;

  /** FusionAuth must not be given two imports at the same time ("Import users"). */
  private final ReentrantLock oneImport = new ReentrantLock(true);

  FusionAuthTarget(FusionAuthOptions options, FusionAuthApi api) {
    this.options = options;
    this.api = api;
    this.writing = new BatchWriting(options, api);
  }

  /** What such a target is; one import runs at a time. */
  static TargetDescription description(int batchSize, ImportedUsers imported) {
    return new TargetDescription("fusionauth", Capabilities.of(imported), batchSize, 1);
  }

  @Override
  public TargetDescription describe() {
    return description(options.batchSize(), options.importedUsers());
  }

  @Override
  public Readiness check() {
    return new FusionAuthCheck(api, options).run();
  }

  @Override
  public List<ProvisionStep> provision(ProvisionRequest request) {
    try {
      return new Provisioning(api, options, request).plan();
    } catch (TroubleException e) {
      throw new TargetException(e.told(), e);
    }
  }

  @Override
  public List<WriteOutcome> write(List<PlannedUser> users) {
    oneImport.lock();
    try {
      return writing.write(users);
    } finally {
      oneImport.unlock();
    }
  }

  @Override
  public Optional<TargetUser> find(UserId id) {
    if (Uuids.read(id.value()).isEmpty()) {
      return Optional.empty();
    }
    try {
      Answer answer = api.get("/api/user/" + id);
      return answer.missing()
          ? Optional.empty()
          : Optional.of(read(id, answer.expectOk().body().path("user")));
    } catch (TroubleException e) {
      throw new TargetException(e.told(), e);
    }
  }

  /** FusionAuth tells when the password was last set, and nothing where none was. */
  private static TargetUser read(UserId id, JsonNode user) {
    boolean hasPassword = user.path("passwordLastUpdateInstant").asLong(0) > 0;
    String awaited = user.path("data").path(UserJson.FIRST_PASSWORD).asString("");
    return new TargetUser(
        id,
        username(user),
        user.path("active").asBoolean(false),
        hasPassword,
        !hasPassword && awaited.equals("AT_FIRST_LOGIN"));
  }

  private static String username(JsonNode user) {
    for (String field : new String[] {"username", "email", "phoneNumber"}) {
      String value = user.path(field).asString("");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  @Override
  public Optional<LoginHook> hook() {
    return Optional.of(new FusionAuthHook(options.applicationIds(), api));
  }

  @Override
  public Optional<RelayedLogins> logins() {
    return Optional.of(new FusionAuthLogins(api, this));
  }

  @Override
  public BackupWay backup() {
    return new BackupWay.OwnTools(
        "Its API gives out no password hashes: back up its database with the database's own tools,"
            + " such as pg_dump or mysqldump.");
  }

  @Override
  public void close() {
    api.close();
  }
}
