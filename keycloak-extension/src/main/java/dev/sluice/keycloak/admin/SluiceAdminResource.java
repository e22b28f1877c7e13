package dev.sluice.keycloak.admin;

import dev.sluice.keycloak.ExtensionVersion;
import dev.sluice.keycloak.backup.BackupResource;
import dev.sluice.keycloak.database.DatabaseName;
import dev.sluice.keycloak.database.ExactUser;
import dev.sluice.keycloak.load.BatchCheck;
import dev.sluice.keycloak.load.BatchImport;
import dev.sluice.keycloak.load.update.Relinking;
import dev.sluice.keycloak.load.update.UserChanges;
import dev.sluice.keycloak.load.user.GroupClash;
import dev.sluice.keycloak.load.user.UnusableRequest;
import dev.sluice.keycloak.readback.ReadRequest;
import dev.sluice.keycloak.readback.UserReadBack;
import dev.sluice.keycloak.readback.UsersElsewhere;
import dev.sluice.keycloak.settings.SluiceComponent;
import dev.sluice.keycloak.wire.GroupsRequest;
import dev.sluice.keycloak.wire.ImportRequest;
import dev.sluice.keycloak.wire.RelinkRequest;
import dev.sluice.keycloak.wire.RemoveRequest;
import dev.sluice.keycloak.wire.UpdateRequest;
import dev.sluice.keycloak.wire.WireException;
import dev.sluice.keycloak.wire.WireJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Serves Sluice's requests to a realm; the caller must be allowed to manage its users. */
public final class SluiceAdminResource {
  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;
  private final BatchImport batchImport;

  SluiceAdminResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissionEvaluator auth,
      BatchImport batchImport) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
    this.batchImport = batchImport;
  }

  /** Returns the extension's version, so that Sluice can refuse one it does not understand. */
  @GET
  @Path("version")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> version() {
    auth.users().requireQuery();
    return Map.of(
        "extension",
        ExtensionVersion.get(),
        "protocol",
        ExtensionVersion.PROTOCOL,
        "keycloak",
        Version.VERSION,
        "realm",
        realm.getName(),
        "database",
        DatabaseName.of(session));
  }

  /** Imports a batch of users; repeating the same batch is harmless. */
  @POST
  @Path("users")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response importUsers(InputStream body) {
    return answer(
        body,
        ImportRequest.class,
        request -> batchImport.run(session.getKeycloakSessionFactory(), realm, request));
  }

  /** Says what an import of the same batch would do, and writes nothing. */
  @POST
  @Path("users/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response checkUsers(InputStream body) {
    auth.users().requireView();
    return unguarded(
        body,
        ImportRequest.class,
        request -> BatchCheck.run(session.getKeycloakSessionFactory(), realm, request));
  }

  /** Updates users that have not moved yet; repeating is harmless. */
  @POST
  @Path("updates")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response updateUsers(InputStream body) {
    return answer(
        body,
        UpdateRequest.class,
        request -> UserChanges.update(session.getKeycloakSessionFactory(), realm, request));
  }

  /** Removes users that have not moved yet; repeating is harmless. */
  @POST
  @Path("removals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response removeUsers(InputStream body) {
    return answer(
        body,
        RemoveRequest.class,
        request -> UserChanges.remove(session.getKeycloakSessionFactory(), realm, request));
  }

  /** Links users without a password to Sluice's component again; repeating is harmless. */
  @POST
  @Path("relinks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response relinkUsers(InputStream body) {
    return answer(
        body,
        RelinkRequest.class,
        request -> Relinking.run(session.getKeycloakSessionFactory(), realm, request));
  }

  /** Returns which of these ids belong to users of other realms of this Keycloak. */
  @POST
  @Path("users/elsewhere")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response usersElsewhere(InputStream body) {
    auth.users().requireManage();
    return unguarded(body, ReadRequest.class, this::elsewhere);
  }

  private Object elsewhere(ReadRequest request) {
    requireFew(request);
    return Map.of("realms", new UsersElsewhere(session, realm).of(request.ids()));
  }

  /** Returns which groups the realm cannot have, and why; changes nothing. */
  @POST
  @Path("groups/check")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response checkGroups(InputStream body) {
    auth.users().requireView();
    return unguarded(
        body,
        GroupsRequest.class,
        request -> Map.of("problems", GroupClash.problems(session, realm, request)));
  }

  /** Reads complete users as they are in the database. */
  @POST
  @Path("users/read")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public Response readUsers(InputStream body) {
    auth.users().requireView();
    return unguarded(body, ReadRequest.class, this::read);
  }

  private Object read(ReadRequest request) {
    requireFew(request);
    return new UserReadBack(session, realm).read(request);
  }

  private static void requireFew(ReadRequest request) {
    if (request.ids().size() > ReadRequest.MAX_USERS) {
      throw new UnusableRequest(
          "%d users are too many: request at most %d at a time"
              .formatted(request.ids().size(), ReadRequest.MAX_USERS));
    }
  }

  /** Returns a page of the ids of users that have not moved yet. */
  @GET
  @Path("users/awaiting")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> awaiting(
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("max") @DefaultValue("500") int max) {
    auth.users().requireView();
    return Map.of("ids", new UserReadBack(session, realm).awaiting(after, max));
  }

  /** Returns the realm with its users, as files for Keycloak's own import. */
  @Path("backup")
  public BackupResource backup() {
    return new BackupResource(session, realm, auth);
  }

  private <T> Response answer(InputStream body, Class<T> type, Function<T, Object> work) {
    auth.users().requireManage();
    return unguarded(body, type, work);
  }

  private static <T> Response unguarded(InputStream body, Class<T> type, Function<T, Object> work) {
    try {
      return Response.ok(WireJson.write(work.apply(WireJson.read(body, type)))).build();
    } catch (WireException | UnusableRequest e) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(Map.of("error", String.valueOf(e.getMessage())))
          .build();
    }
  }

  /** Returns the state of a user's move. */
  @GET
  @Path("users/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> user(@PathParam("id") String id) {
    auth.users().requireView();
    UserModel user =
        ExactUser.byId(session, realm, id)
            .orElseThrow(() -> new NotFoundException("No user has the id " + id));
    return Map.of(
        "id", user.getId(),
        "username", user.getUsername(),
        "enabled", user.isEnabled(),
        "hasPassword", hasPassword(user),
        "linked",
            SluiceComponent.find(realm).filter(c -> SluiceComponent.isLinked(c, user)).isPresent());
  }

  private static boolean hasPassword(UserModel user) {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
        .findAny()
        .isPresent();
  }
}
