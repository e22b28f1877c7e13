package dev.sluice.keycloak.load;

import dev.sluice.keycloak.SluiceComponent;
import dev.sluice.keycloak.wire.ImportAnswer;
import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.ImportRequest;
import dev.sluice.keycloak.wire.PlannedUser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes a batch in one transaction; when that fails, in halves, down to the one user who is the
 * cause.
 */
final class BatchImport {
  private static final Logger LOG = Logger.getLogger(BatchImport.class);

  private volatile boolean modelOnly;

  /**
   * @param modelOnly write through Keycloak's model, which is slower, rather than its entities
   */
  BatchImport(boolean modelOnly) {
    this.modelOnly = modelOnly;
  }

  ImportAnswer run(KeycloakSessionFactory factory, RealmModel realm, ImportRequest request) {
    if (request.users().size() > ImportRequest.MAX_USERS) {
      throw new UnusableRequest(
          "A batch of %d users is too large: send at most %d at a time"
              .formatted(request.users().size(), ImportRequest.MAX_USERS));
    }
    Optional<String> link = SluiceComponent.find(realm).map(ComponentModel::getId);
    if (link.isEmpty() && request.users().stream().anyMatch(user -> user.password().isOwed())) {
      throw new UnusableRequest(
          "The realm %s has no user federation component \"sluice\" to link users to: make one first"
              .formatted(realm.getName()));
    }
    Map<String, String> groups = GroupPaths.ensure(factory, realm.getId(), request.users());
    var plan = new WritePlan(realm.getId(), link, groups);
    List<Outcome> outcomes = writeOwedFirst(factory, plan, request.users());
    return new ImportAnswer(outcomes, modelOnly ? "model" : "entities");
  }

  /** Those with a password to come first, so that they win over one who is social only. */
  private List<Outcome> writeOwedFirst(
      KeycloakSessionFactory factory, WritePlan plan, List<PlannedUser> users) {
    List<Integer> order =
        IntStream.range(0, users.size())
            .boxed()
            .sorted(Comparator.comparing(place -> !users.get(place).password().isOwed()))
            .toList();
    List<Outcome> written = write(factory, plan, order.stream().map(users::get).toList());
    var asAsked = new Outcome[users.size()];
    for (int i = 0; i < asAsked.length; i++) {
      asAsked[order.get(i)] = written.get(i);
    }
    return List.of(asAsked);
  }

  private List<Outcome> write(
      KeycloakSessionFactory factory, WritePlan plan, List<PlannedUser> users) {
    try {
      return writeTogether(factory, plan, users);
    } catch (LinkageError e) {
      if (modelOnly) {
        throw e;
      }
      LOG.warn("This Keycloak's entities are not those known here: writing more slowly", e);
      modelOnly = true;
      return write(factory, plan, users);
    } catch (RuntimeException e) {
      return users.size() > 1
          ? writeHalves(factory, plan, users)
          : List.of(again(factory, plan, users.get(0), e));
    }
  }

  /** What a first login wrote meanwhile, for instance, is there when it is looked at again. */
  private Outcome again(
      KeycloakSessionFactory factory, WritePlan plan, PlannedUser user, RuntimeException failure) {
    if (!WriteFailure.isOfAConstraint(failure)) {
      return WriteFailure.outcome(user.id(), failure);
    }
    try {
      return writeTogether(factory, plan, List.of(user)).get(0);
    } catch (RuntimeException e) {
      return WriteFailure.outcome(user.id(), e);
    }
  }

  private List<Outcome> writeHalves(
      KeycloakSessionFactory factory, WritePlan plan, List<PlannedUser> users) {
    int half = users.size() / 2;
    var outcomes = new ArrayList<>(write(factory, plan, users.subList(0, half)));
    outcomes.addAll(write(factory, plan, users.subList(half, users.size())));
    return outcomes;
  }

  private List<Outcome> writeTogether(
      KeycloakSessionFactory factory, WritePlan plan, List<PlannedUser> users) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory, session -> writeAll(session, plan, users));
  }

  private List<Outcome> writeAll(KeycloakSession session, WritePlan plan, List<PlannedUser> users) {
    RealmModel realm = session.realms().getRealm(plan.realmId());
    session.getContext().setRealm(realm);
    var clashes = Clashes.load(session, realm, users);
    UserWriter writer =
        modelOnly ? new ModelWriter(session, realm, plan) : new EntityWriter(session, realm, plan);
    var outcomes = new ArrayList<Outcome>(users.size());
    writer.inBatch(() -> {
      for (PlannedUser user : users) {
        Outcome outcome = clashes.claim(user);
        if (outcome.outcome() == ImportAnswer.Fate.CREATED) {
          writer.write(user);
        }
        outcomes.add(outcome);
      }
    });
    return outcomes;
  }
}
