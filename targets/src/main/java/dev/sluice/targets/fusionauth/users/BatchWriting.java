package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.target.user.WriteOutcome;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.api.user.UserId;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthOptions;
import dev.sluice.targets.fusionauth.api.NotTakenException;
import dev.sluice.targets.fusionauth.api.Uuids;
import dev.sluice.targets.http.TroubleException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes one batch; it looks up what an import cannot carry before the import and completes it
 * afterwards.
 */
public final class BatchWriting {
  private final FusionAuthOptions options;
  private final Groups groups;
  private final Links links;
  private final Importer importer;

  public BatchWriting(FusionAuthOptions options, FusionAuthApi api) {
    this.options = options;
    this.groups = new Groups(api);
    this.links = new Links(api);
    this.importer = new ImportCalls(api);
  }

  /** Returns one outcome for each user, in their order. */
  List<WriteOutcome> write(List<PlannedUser> users) {
    Map<UserId, PlannedUser> once = new LinkedHashMap<>();
    users.forEach(user -> once.putIfAbsent(user.id(), user));
    Map<UserId, WriteOutcome> outcomes = new HashMap<>();
    try {
      List<ImportUser> prepared = prepare(once.values(), outcomes);
      outcomes.putAll(Narrowing.run(prepared, importer));
      prepared.forEach(user -> completeLinks(user.user(), outcomes));
    } catch (TroubleException trouble) {
      if (trouble.isLasting()) {
        throw trouble.asTargetException();
      }
      once.keySet().forEach(id -> outcomes.putIfAbsent(id, later(id, trouble)));
    }
    return inOrder(users, outcomes);
  }

  private List<ImportUser> prepare(Iterable<PlannedUser> users, Map<UserId, WriteOutcome> outcomes)
      throws TroubleException {
    // Another run or an administrator may have removed one since the last batch.
    groups.forget();
    links.forget();
    List<ImportUser> prepared = new ArrayList<>();
    for (PlannedUser user : users) {
      try {
        Optional<String> problem = problem(user);
        if (problem.isPresent()) {
          outcomes.put(user.id(), new WriteOutcome.Refused(user.id(), problem.get()));
        } else {
          prepared.add(new ImportUser(user, json(user)));
        }
      } catch (NotTakenException notTaken) {
        outcomes.put(user.id(), new WriteOutcome.Refused(user.id(), notTaken.problem()));
      }
    }
    return prepared;
  }

  private Optional<String> problem(PlannedUser user) throws TroubleException, NotTakenException {
    if (Uuids.read(user.id().value()).isEmpty()) {
      return Optional.of(Refusals.noUuid(user.id().value()));
    }
    return links.problem(user);
  }

  private ObjectNode json(PlannedUser user) throws TroubleException, NotTakenException {
    ObjectNode json = UserJson.of(user, options.applicationIds());
    groups.putMemberships(json, user.groups());
    return json;
  }

  /** Completes links, also for users that an earlier, perhaps interrupted, write brought. */
  private void completeLinks(PlannedUser user, Map<UserId, WriteOutcome> outcomes) {
    WriteOutcome outcome = outcomes.get(user.id());
    boolean isThere =
        outcome instanceof WriteOutcome.Created || outcome instanceof WriteOutcome.AlreadyThere;
    if (!isThere || user.identities().isEmpty()) {
      return;
    }
    try {
      links
          .complete(user)
          .ifPresent(
              problem -> outcomes.put(user.id(), new WriteOutcome.Refused(user.id(), problem)));
    } catch (NotTakenException notTaken) {
      outcomes.put(user.id(), new WriteOutcome.Refused(user.id(), notTaken.problem()));
    } catch (TroubleException trouble) {
      outcomes.put(user.id(), later(user.id(), trouble));
    }
  }

  private static WriteOutcome later(UserId id, TroubleException trouble) {
    return new WriteOutcome.TryLater(id, trouble.after(), trouble.told());
  }

  /** Returns the outcomes; a user that is in the batch twice was written once. */
  private static List<WriteOutcome> inOrder(
      List<PlannedUser> users, Map<UserId, WriteOutcome> outcomes) {
    List<WriteOutcome> ordered = new ArrayList<>(users.size());
    for (PlannedUser user : users) {
      WriteOutcome outcome = outcomes.get(user.id());
      if (outcome == null) {
        throw new IllegalStateException("User " + user.id() + " has no outcome.");
      }
      ordered.add(outcome);
      if (outcome instanceof WriteOutcome.Created) {
        outcomes.put(user.id(), new WriteOutcome.AlreadyThere(user.id()));
      }
    }
    return List.copyOf(ordered);
  }
}
