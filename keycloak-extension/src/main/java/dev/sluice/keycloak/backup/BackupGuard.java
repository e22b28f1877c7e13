package dev.sluice.keycloak.backup;

import dev.sluice.keycloak.ExtensionVersion;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Guards a realm's hashes and secrets: a caller that could replace them anyway may read them,
 * unless the server's owner has disabled backups. Each piece handed out is recorded.
 */
final class BackupGuard {
  private static final Logger LOG = Logger.getLogger(BackupGuard.class);
  private static final String SPI = "admin-realm-restapi-extension";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;

  BackupGuard(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
  }

  /**
   * Authorizes the caller and records it.
   *
   * @param what the piece, as named in the realm's admin events
   */
  void require(String what) {
    requireSwitchedOn();
    auth.realm().requireManageRealm();
    auth.realm().requireManageIdentityProviders();
    auth.clients().requireManage();
    auth.users().requireManage();
    LOG.infof(
        "%s of realm %s goes to %s of realm %s",
        what,
        realm.getName(),
        auth.adminAuth().getUser().getUsername(),
        auth.adminAuth().getRealm().getName());
    new AdminEventBuilder(realm, auth.adminAuth(), session, session.getContext().getConnection())
        .resource(ResourceType.REALM)
        .operation(OperationType.ACTION)
        .resourcePath(what)
        .success();
  }

  private static void requireSwitchedOn() {
    if (!Config.scope(SPI, ExtensionVersion.ID).getBoolean("backup", true)) {
      throw new ClientErrorException(
          Response.status(Response.Status.CONFLICT)
              .type(MediaType.APPLICATION_JSON)
              .entity(
                  Map.of(
                      "error",
                      "Backups are disabled on this server by"
                          + " KC_SPI_ADMIN_REALM_RESTAPI_EXTENSION__SLUICE__BACKUP"))
              .build());
    }
  }
}
