package dev.sluice.keycloak.backup;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.util.JsonSerialization;

/**
 * Serves a realm with its hashes and secrets in pieces that stay small however many users there
 * are. Each piece is one file for {@code kc.sh import --dir}.
 */
public final class BackupResource {
  private static final int MOST = 1_000;
  private static final String PAGE = "500";

  private final RealmExport export;
  private final BackupGuard guard;

  public BackupResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
    this.export = new RealmExport(session.getKeycloakSessionFactory(), realm.getId());
    this.guard = new BackupGuard(session, realm, auth);
  }

  /** Returns what a backup will hold, as of now. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> contents() {
    guard.require("sluice/backup");
    return export.contents();
  }

  /** Returns the realm with everything in it except users. */
  @GET
  @Path("realm")
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] realm() {
    guard.require("sluice/backup/realm");
    return json(export.realm());
  }

  /**
   * Returns the next users by id, with their credentials; none after the last.
   *
   * @param after the last id of the page before; empty for the first page
   */
  @GET
  @Path("users")
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] users(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("max") @DefaultValue(PAGE) int max) {
    guard.require("sluice/backup/users");
    return json(export.users(after, limited(max)));
  }

  /** Returns what Keycloak stores for users of other directories, in the same way. */
  @GET
  @Path("federated-users")
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] federatedUsers(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("max") @DefaultValue(PAGE) int max) {
    guard.require("sluice/backup/federated-users");
    return json(export.federatedUsers(after, limited(max)));
  }

  private static int limited(int max) {
    return Math.max(1, Math.min(max, MOST));
  }

  // Keycloak's own mapper, because its importer reads what that one writes.
  private static byte[] json(Object document) {
    try {
      return JsonSerialization.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
