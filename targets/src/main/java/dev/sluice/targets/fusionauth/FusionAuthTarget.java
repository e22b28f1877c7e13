package dev.sluice.targets.fusionauth;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.backup.BackupMethod;
import dev.sluice.api.target.login.LoginHook;
import dev.sluice.api.target.login.RelayedLogins;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions.ImportedUsers;
import dev.sluice.targets.fusionauth.login.FusionAuthHook;
import dev.sluice.targets.fusionauth.login.FusionAuthLogins;
import dev.sluice.targets.fusionauth.provision.Provisioning;
import dev.sluice.targets.fusionauth.users.BatchWriting;
import dev.sluice.targets.fusionauth.users.FusionAuthUserLookup;
import dev.sluice.targets.fusionauth.users.OneImport;
import dev.sluice.targets.http.TroubleException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A tenant of a FusionAuth. */
public final class FusionAuthTarget implements Target {
  /** How long one step of a login may take, because a user waits for it. */
  private static final Duration LOGIN_PATIENCE = Duration.ofSeconds(5);

  private final FusionAuthOptions options;
  private final FusionAuthApi api;
  private final FusionAuthApi atLogins;
  private final BatchWriting writing;
  private final OneImport oneImport = new OneImport();

  FusionAuthTarget(FusionAuthOptions options) {
    this.options = options;
    this.api = new FusionAuthApi(options);
    this.atLogins = new FusionAuthApi(options, shorter(options.timeout(), LOGIN_PATIENCE));
    this.writing = new BatchWriting(options, api);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Describes the target; one import runs at a time. */
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
      throw e.asTargetException();
    }
  }

  @Override
  public List<WriteOutcome> write(List<PlannedUser> users) {
    return oneImport.write(writing, users);
  }

  @Override
  public Optional<TargetUser> find(UserId id) {
    return new FusionAuthUserLookup(api).find(id);
  }

  @Override
  public Optional<LoginHook> hook() {
    return Optional.of(new FusionAuthHook(options.applicationIds(), atLogins));
  }

  @Override
  public Optional<RelayedLogins> logins() {
    BatchWriting newcomers = new BatchWriting(options, atLogins);
    return Optional.of(
        new FusionAuthLogins(
            atLogins, user -> oneImport.writeSoon(newcomers, user, LOGIN_PATIENCE)));
  }

  @Override
  public BackupMethod backup() {
    return new BackupMethod.OwnTools(
        "Its API does not return password hashes: back up its database with the database's own"
            + " tools, such as pg_dump or mysqldump.");
  }

  @Override
  public void close() {
    api.close();
    atLogins.close();
  }
}
