package dev.sluice.targets.keycloak;

import dev.sluice.api.target.Target;
import dev.sluice.api.target.TargetCapability;
import dev.sluice.api.target.TargetDescription;
import dev.sluice.api.target.TargetException;
import dev.sluice.api.target.backup.BackupMethod;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.api.target.provision.ProvisionStep;
import dev.sluice.api.target.provision.Readiness;
import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.target.user.StoredUser;
import dev.sluice.api.target.user.TargetUser;
import dev.sluice.api.target.user.UpdateOutcome;
import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakApi;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.keycloak.backup.BackupPatience;
import dev.sluice.targets.keycloak.backup.KeycloakBackup;
import dev.sluice.targets.keycloak.backup.KeycloakCheck;
import dev.sluice.targets.keycloak.provision.Provisioning;
import dev.sluice.targets.keycloak.users.ReadBack;
import dev.sluice.targets.keycloak.users.SlowWriting;
import dev.sluice.targets.keycloak.users.StoredUserJson;
import dev.sluice.targets.keycloak.users.UpdateBatch;
import dev.sluice.targets.keycloak.users.UserWriting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A realm of a Keycloak with our extension. */
public final class KeycloakTarget implements Target {
  /** The most users that our extension takes at once. */
  private static final int BATCH_SIZE = 1_000;

  private final KeycloakOptions options;
  private final KeycloakApi api;
  private final SlowWriting slowWriting = new SlowWriting();

  public KeycloakTarget(KeycloakOptions options, KeycloakApi api) {
    this.options = options;
    this.api = api;
  }

  @Override
  public TargetDescription describe() {
    return description(options.batchesAtOnce());
  }

  static TargetDescription description(int batchesAtOnce) {
    return new TargetDescription(
        "keycloak", EnumSet.allOf(TargetCapability.class), BATCH_SIZE, batchesAtOnce);
  }

  @Override
  public Readiness check() {
    return new KeycloakCheck(api, options.realm()).run();
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
    return send(users, "/sluice/users");
  }

  @Override
  public List<WriteOutcome> foretell(List<PlannedUser> users) {
    return send(users, "/sluice/users/check");
  }

  private List<WriteOutcome> send(List<PlannedUser> users, String path) {
    if (users.size() > BATCH_SIZE) {
      throw new IllegalArgumentException(
          users.size() + " users in one batch; at most " + BATCH_SIZE + " are accepted.");
    }
    return new UserWriting(api, slowWriting, this::requireExtension, path, users).run();
  }

  @Override
  public List<String> notices() {
    return slowWriting.notices();
  }

  @Override
  public List<UpdateOutcome> update(List<PlannedUpdate> users, SourceNames names) {
    return send(UpdateBatch.updates(users, names));
  }

  @Override
  public List<UpdateOutcome> remove(List<UserId> users) {
    return send(UpdateBatch.removals(users));
  }

  @Override
  public List<UpdateOutcome> relink(List<UserId> users) {
    return send(UpdateBatch.relinks(users));
  }

  @Override
  public boolean sharesIds() {
    return true;
  }

  @Override
  public Map<UserId, String> elsewhere(List<UserId> users) {
    return new ReadBack(api, this::requireExtension).elsewhere(users);
  }

  /**
   * Applies the first trouble to all batches that follow: Keycloak is unavailable. A trouble that
   * stays, such as refused credentials, ends it.
   */
  private List<UpdateOutcome> send(List<UpdateBatch> batches) {
    List<UpdateOutcome> outcomes = new ArrayList<>();
    Deque<UpdateBatch> left = new ArrayDeque<>(batches);
    try {
      while (!left.isEmpty()) {
        UpdateBatch batch = left.getFirst();
        Answer answer = api.post(api.realm(batch.path()), batch.request());
        if (answer.missing()) {
          requireExtension();
        }
        outcomes.addAll(batch.outcomes(answer.expectOk().body()));
        left.removeFirst();
      }
    } catch (TroubleException e) {
      requirePassing(e);
      left.forEach(batch -> outcomes.addAll(batch.allLater(e)));
    }
    return List.copyOf(outcomes);
  }

  @Override
  public Optional<TargetUser> find(UserId id) {
    try {
      Answer answer = api.get(api.realm("/sluice/users/" + UrlPath.encode(id.value())));
      if (answer.missing()) {
        requireExtension();
        return Optional.empty();
      }
      return Optional.of(read(id, answer.expectOk().body()));
    } catch (TroubleException e) {
      throw e.asTargetException();
    }
  }

  @Override
  public List<Optional<StoredUser>> read(List<UserId> ids) {
    return new ReadBack(api, this::requireExtension).read(ids);
  }

  @Override
  public List<UserId> awaiting(Optional<UserId> after, int limit) {
    return new ReadBack(api, this::requireExtension).awaiting(after, limit);
  }

  @Override
  public StoredUser asStored(PlannedUser user) {
    return StoredUserJson.of(user);
  }

  @Override
  public String groupAsStored(String planned) {
    return StoredUserJson.groupPath(planned);
  }

  /** Ends what another try does not help: what was written is there, and is written again. */
  private static void requirePassing(TroubleException trouble) {
    if (trouble.isLasting()) {
      throw trouble.asTargetException();
    }
  }

  // Without the extension, all of its paths are missing, which says nothing about users.
  private void requireExtension() {
    if (check() instanceof Readiness.NotReady(String problem, String remedy)) {
      throw new TargetException(problem + " " + remedy);
    }
  }

  private static TargetUser read(UserId id, JsonNode user) {
    return new TargetUser(
        id,
        user.path("username").asString(""),
        user.path("enabled").asBoolean(false),
        user.path("hasPassword").asBoolean(false),
        user.path("linked").asBoolean(false));
  }

  @Override
  public BackupMethod backup() {
    return new BackupMethod.ByFiles(new KeycloakBackup(options, BackupPatience.ofReality()));
  }

  @Override
  public void close() {
    api.close();
  }
}
