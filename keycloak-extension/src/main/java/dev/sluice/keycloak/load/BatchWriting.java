package dev.sluice.keycloak.load;

import dev.sluice.keycloak.load.copy.ArrayUserLookup;
import dev.sluice.keycloak.load.copy.CopySchema;
import dev.sluice.keycloak.load.copy.CopySupport;
import dev.sluice.keycloak.load.copy.CopyWriter;
import dev.sluice.keycloak.load.user.Clashes;
import dev.sluice.keycloak.load.user.EntityUserLookup;
import dev.sluice.keycloak.load.user.EntityWriter;
import dev.sluice.keycloak.load.user.ModelWriter;
import dev.sluice.keycloak.load.user.Sought;
import dev.sluice.keycloak.load.user.UserLookup;
import dev.sluice.keycloak.load.user.UserWriter;
import dev.sluice.keycloak.load.user.WriteFailure;
import dev.sluice.keycloak.load.user.WritePlan;
import dev.sluice.keycloak.wire.ImportAnswer;
import dev.sluice.keycloak.wire.ImportAnswer.Outcome;
import dev.sluice.keycloak.wire.PlannedUser;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes a batch in one transaction; if that fails, in halves, down to the one user that causes it.
 */
final class BatchWriting {
  private final WriterChoice choice;
  private final KeycloakSessionFactory factory;
  private final WritePlan plan;
  private final WriterKind asked;
  private WriterChoice.Chosen last;

  /**
   * @param asked the fastest writer that may be used
   */
  BatchWriting(
      WriterChoice choice, KeycloakSessionFactory factory, WritePlan plan, WriterKind asked) {
    this.choice = choice;
    this.factory = factory;
    this.plan = plan;
    this.asked = asked;
    this.last = new WriterChoice.Chosen(asked, null, null);
  }

  /** Returns how the last users were written. */
  String writer() {
    return last.kind().word();
  }

  /** Returns the schema of the tables that they were copied into; empty if they were not copied. */
  Optional<CopySchema> copiedInto() {
    return Optional.ofNullable(last.copy()).map(CopySupport.Possible::schema);
  }

  /** Returns why that was not the fastest writer; null if it was. */
  @Nullable String whyNotFaster() {
    return last.why();
  }

  List<Outcome> write(List<PlannedUser> users) {
    try {
      last = choice.choose(factory, asked);
      return writeTogether(users);
    } catch (LinkageError e) {
      return writeSlower(users, "this Keycloak has unknown classes: " + e, e);
    } catch (RuntimeException e) {
      if (last.kind() == WriterKind.COPY && WriteFailure.isOfTheStatement(e)) {
        return writeSlower(users, WriteFailure.problem(e), e);
      }
      return users.size() > 1 ? writeHalves(users) : List.of(again(users.get(0), e));
    }
  }

  /**
   * Falls back to a slower writer: nothing is wrong with the users, but this Keycloak or its
   * database does not support this one.
   */
  private <E extends Throwable> List<Outcome> writeSlower(
      List<PlannedUser> users, String problem, E failure) throws E {
    if (!choice.giveUp(last.kind(), problem)) {
      throw failure;
    }
    return write(users);
  }

  /** Looks again for what was written in the meantime, for instance by a first login. */
  private Outcome again(PlannedUser user, RuntimeException failure) {
    if (!WriteFailure.isOfAConstraint(failure)) {
      return WriteFailure.outcome(user.id(), failure);
    }
    try {
      return writeTogether(List.of(user)).get(0);
    } catch (RuntimeException e) {
      return WriteFailure.outcome(user.id(), e);
    }
  }

  private List<Outcome> writeHalves(List<PlannedUser> users) {
    int half = users.size() / 2;
    var outcomes = new ArrayList<>(write(users.subList(0, half)));
    outcomes.addAll(write(users.subList(half, users.size())));
    return outcomes;
  }

  private List<Outcome> writeTogether(List<PlannedUser> users) {
    if (last.copy() == null) {
      return writeTogether(users, Sought::all);
    }
    try {
      return writeTogether(users, Sought::likely);
    } catch (RuntimeException e) {
      if (!WriteFailure.isOfAConstraint(e)) {
        throw e;
      }
      return writeTogether(users, Sought::all);
    }
  }

  private List<Outcome> writeTogether(
      List<PlannedUser> users, BiFunction<List<PlannedUser>, RealmModel, Sought> look) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        factory, session -> writeAll(session, users, look));
  }

  private List<Outcome> writeAll(
      KeycloakSession session,
      List<PlannedUser> users,
      BiFunction<List<PlannedUser>, RealmModel, Sought> look) {
    RealmModel realm = session.realms().getRealm(plan.realmId());
    session.getContext().setRealm(realm);
    Sought sought = look.apply(users, realm);
    var clashes = Clashes.load(lookup(session), sought, session, realm, users);
    UserWriter writer = writer(session, realm);
    var outcomes = new ArrayList<Outcome>(users.size());
    writer.inBatch(() -> {
      for (PlannedUser user : users) {
        Clashes.Claimed claimed = clashes.claim(user);
        if (claimed.outcome().outcome() == ImportAnswer.Result.CREATED) {
          writer.write(claimed.user());
        }
        outcomes.add(claimed.outcome());
      }
    });
    return outcomes;
  }

  private UserLookup lookup(KeycloakSession session) {
    EntityManager entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    CopySupport.Possible copy = last.copy();
    return copy == null
        ? new EntityUserLookup(entities)
        : new ArrayUserLookup(entities, copy.schema());
  }

  private UserWriter writer(KeycloakSession session, RealmModel realm) {
    return switch (last.kind()) {
      case COPY ->
          new CopyWriter(session, realm, plan, Objects.requireNonNull(last.copy(), "copy"));
      case ENTITIES -> new EntityWriter(session, realm, plan);
      case MODEL -> new ModelWriter(session, realm, plan);
    };
  }
}
