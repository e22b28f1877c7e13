package dev.sluice.keycloak.login;

import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.gateway.GatewayClient;
import dev.sluice.keycloak.gateway.Receipt;
import dev.sluice.keycloak.settings.GatewaySettings;
import dev.sluice.keycloak.settings.SluiceComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.user.SynchronizationResult;

/**
 * The reports that the gateway has not received yet. The transaction that moves the password writes
 * a marker on the user; the marker is removed once the gateway has recorded the report or knows no
 * such user. So no report is lost if the gateway or Keycloak fails in between.
 */
final class Outbox {
  static final String ATTRIBUTE = "sluice-unsettled";
  static final String BY_PASSWORD = "PASSWORD";
  static final String BY_RESET = "RESET";

  private static final Logger LOG = Logger.getLogger(Outbox.class);
  private static final int AT_ONCE = 1_000;

  private final GatewayClient gateway;

  /** The ids of realms that have users with a marker. */
  private final Set<String> someAreLeft = ConcurrentHashMap.newKeySet();

  Outbox(GatewayClient gateway) {
    this.gateway = gateway;
  }

  /** Marks the user as moved, and reports it to the gateway after the commit. */
  void add(KeycloakSession session, RealmModel realm, UserModel user, String by) {
    user.setSingleAttribute(ATTRIBUTE, by);
    KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
    String realmId = realm.getId();
    String userId = user.getId();
    afterCommit(session, () -> settleAndCatchUp(sessions, realmId, userId, by));
  }

  /** Reports to the gateway, after the commit, that a user was deleted before it moved. */
  void gone(KeycloakSession session, RealmModel realm, UserModel user) {
    Optional<GatewaySettings> settings = SluiceComponent.find(realm).map(GatewaySettings::of);
    String userId = user.getId();
    afterCommit(session, () -> settings.ifPresent(to -> gateway.gone(to, userId)));
  }

  /** Sends the gateway its outstanding reports, at most 1,000 users at a time. */
  SynchronizationResult retry(KeycloakSessionFactory sessions, String realmId) {
    var result = new SynchronizationResult();
    boolean more = false;
    for (String by : List.of(BY_PASSWORD, BY_RESET)) {
      List<String> some = marked(sessions, realmId, by);
      more |= some.size() == AT_ONCE;
      for (String userId : some) {
        if (settle(sessions, realmId, userId, by)) {
          result.increaseUpdated();
        } else {
          result.increaseFailed();
        }
      }
    }
    if (more || result.getFailed() > 0) {
      someAreLeft.add(realmId);
    }
    return result;
  }

  private void settleAndCatchUp(
      KeycloakSessionFactory sessions, String realmId, String userId, String by) {
    if (!settle(sessions, realmId, userId, by)) {
      someAreLeft.add(realmId);
    } else if (someAreLeft.remove(realmId)) {
      retry(sessions, realmId);
    }
  }

  /** Tells whether nothing is left to report about the user. */
  private boolean settle(
      KeycloakSessionFactory sessions, String realmId, String userId, String by) {
    Optional<GatewaySettings> settings = settings(sessions, realmId);
    if (settings.isEmpty()) {
      return false;
    }
    Receipt receipt = gateway.settled(settings.get(), userId, by);
    if (receipt == Receipt.NOT_NOW) {
      return false;
    }
    if (receipt == Receipt.UNKNOWN_USER) {
      LOG.warnf(
          "The gateway does not know the user %s, or records it as gone: the move is not reported"
              + " again",
          userId);
    }
    removeMark(sessions, realmId, userId);
    return true;
  }

  private static void removeMark(KeycloakSessionFactory sessions, String realmId, String userId) {
    KeycloakModelUtils.runJobInTransaction(
        sessions,
        session -> {
          RealmModel realm = enter(session, realmId);
          ExactUser.byId(session, realm, userId).ifPresent(user -> user.removeAttribute(ATTRIBUTE));
        });
  }

  private static List<String> marked(KeycloakSessionFactory sessions, String realmId, String by) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session ->
            session
                .users()
                .searchForUserByUserAttributeStream(enter(session, realmId), ATTRIBUTE, by)
                .filter(user -> user.getAttributeStream(ATTRIBUTE).anyMatch(by::equals))
                // No method reference: it would name the type Model, which 26.5 and older lack.
                .map(user -> user.getId())
                .limit(AT_ONCE)
                .toList());
  }

  private static Optional<GatewaySettings> settings(
      KeycloakSessionFactory sessions, String realmId) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session -> SluiceComponent.find(enter(session, realmId)).map(GatewaySettings::of));
  }

  private static RealmModel enter(KeycloakSession session, String realmId) {
    RealmModel realm = session.realms().getRealm(realmId);
    session.getContext().setRealm(realm);
    return realm;
  }

  private static void afterCommit(KeycloakSession session, Runnable task) {
    ExecutorService executor = session.getProvider(ExecutorsProvider.class).getExecutor("sluice");
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                executor.execute(() -> logged(task));
              }

              @Override
              protected void rollbackImpl() {
                // The transaction failed, so there is nothing to report.
              }
            });
  }

  private static void logged(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.warn("A report to the gateway failed; the next synchronization repeats it", e);
    }
  }
}
