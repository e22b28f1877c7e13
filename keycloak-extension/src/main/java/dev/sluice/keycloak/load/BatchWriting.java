package dev.sluice.keycloak.load;

import dev.sluice.keycloak.database.OnceMore;
import dev.sluice.keycloak.database.SqlFailure;
import dev.sluice.keycloak.load.copy.ArrayUserLookup;
import dev.sluice.keycloak.load.copy.CopySchema;
import dev.sluice.keycloak.load.copy.CopySupport;
import dev.sluice.keycloak.load.copy.CopyWriter;
import dev.sluice.keycloak.load.user.Admission;
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
import org.jboss.logging.Logger;
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
  private static final Logger LOG = Logger.getLogger(BatchWriting.class);

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
      return OnceMore.ifLocked(() -> writeTogether(users));
    } catch (LinkageError e) {
      return writeSlower(users, "this Keycloak has unknown classes: " + e, e);
    } catch (RuntimeException e) {
      if (last.kind() == WriterKind.COPY && SqlFailure.isOfTheStatement(e)) {
        return writeSlower(users, SqlFailure.problem(e), e);
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

  /**
   * Tries the one user again, who may have been written in the meantime, for instance by a first
   * login. One that fails again is refused if the database takes another user instead: repeating
   * would never help, and would hold up all others.
   */
  private Outcome again(PlannedUser user, RuntimeException failure) {
    if (SqlFailure.isPassing(failure)) {
      return WriteFailure.outcome(user.id(), failure);
    }
    try {
      return OnceMore.ifBeaten(() -> writeTogether(List.of(user))).get(0);
    } catch (RuntimeException e) {
      boolean itsOwnFault =
          !SqlFailure.isPassing(e) && (SqlFailure.isAboutTheData(e) || isWritable());
      if (!itsOwnFault) {
        return WriteFailure.outcome(user.id(), e);
      }
      LOG.warnf(e, "The user %s cannot be written", user.id());
      return WriteFailure.refused(user.id(), e);
    }
  }

  /** Tells whether the realm takes a plain user, who is not kept. */
  private boolean isWritable() {
    try {
      return KeycloakModelUtils.runJobInTransactionWithResult(
          factory,
          session -> {
            session.getTransactionManager().setRollbackOnly();
            List<Outcome> written = writeAll(session, List.of(PlainUser.make()), Sought::all);
            return written.get(0).outcome() == ImportAnswer.Result.CREATED;
          });
    } catch (RuntimeException e) {
      LOG.warnf(e, "Nobody can be written into this realm now");
      return false;
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
      if (!SqlFailure.isOfAConstraint(e)) {
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
    var objections = new Objections(session, plan, users);
    Sought sought = look.apply(objections.storable(), realm).and(objections.idsOfOthers());
    var clashes = Clashes.load(lookup(session), sought, session, realm, objections.storable());
    var admission = new Admission(session, realm, plan);
    UserWriter writer = writer(session, realm);
    var outcomes = new ArrayList<Outcome>(users.size());
    writer.inBatch(() -> {
      for (PlannedUser user : users) {
        Clashes.Claimed claimed = admission.claim(clashes, user, objections.to(user));
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
