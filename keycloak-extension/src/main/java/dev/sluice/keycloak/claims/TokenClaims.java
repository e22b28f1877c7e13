package dev.sluice.keycloak.claims;

import dev.sluice.keycloak.group.GroupPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;
import org.keycloak.services.managers.AuthenticationManager;

/** Writes Cognito's claims for one login at one client (developer guide, "using the ID token"). */
final class TokenClaims {
  private static final String TOKEN_USE = "token_use";
  private static final String GROUPS = "cognito:groups";

  private final UserSessionModel userSession;
  private final UserModel user;
  private final ClientModel client;
  private final ClaimSettings settings;
  private final List<LinkedAccount> links;

  TokenClaims(
      KeycloakSession session,
      UserSessionModel userSession,
      ClientSessionContext context,
      ClaimSettings settings) {
    this.userSession = userSession;
    this.user = userSession.getUser();
    this.client = context.getClientSession().getClient();
    this.settings = settings;
    this.links = isClientItself() ? List.of() : LinkedAccount.of(session, user);
  }

  void addTo(IDToken token) {
    Map<String, Object> claims = token.getOtherClaims();
    claims.put(TOKEN_USE, "id");
    claims.put("cognito:username", username());
    Roles roles = roles();
    addGroups(claims, roles);
    if (!roles.arns().isEmpty()) {
      claims.put("cognito:roles", roles.arns());
    }
    roles.preferred().ifPresent(arn -> claims.put("cognito:preferred_role", arn));
    addIdentities(claims);
    attributes().addTo(token);
    addLogin(token);
  }

  void addToAccess(IDToken token) {
    Map<String, Object> claims = token.getOtherClaims();
    claims.put(TOKEN_USE, "access");
    claims.put("client_id", client.getClientId());
    if (settings.withoutAudience()) {
      token.audience((String[]) null);
    }
    if (isClientItself()) {
      addAuthTime(token);
      if (settings.clientAsSubject()) {
        token.subject(client.getClientId());
      }
      return;
    }
    claims.put("username", username());
    addGroups(claims, roles());
    addLogin(token);
  }

  void addToUserInfo(IDToken token) {
    Map<String, Object> claims = token.getOtherClaims();
    claims.put("username", username());
    addIdentities(claims);
    attributes().addTo(token);
  }

  private AttributeClaims attributes() {
    return new AttributeClaims(user, settings.attributes(), ReadableAttributes.of(client));
  }

  private String username() {
    return PoolUsername.of(user.getUsername(), user.getId(), settings.generatedUsernames(), links);
  }

  private Roles roles() {
    return Roles.of(user.getGroupsStream().map(this::group).toList());
  }

  private Roles.Group group(GroupModel group) {
    return new Roles.Group(
        settings.groups().getOrDefault(GroupPath.of(group), group.getName()),
        group.getFirstAttribute("precedence"),
        group.getFirstAttribute("roleArn"));
  }

  private static void addGroups(Map<String, Object> claims, Roles roles) {
    if (!roles.groups().isEmpty()) {
      claims.put(GROUPS, roles.groups());
    }
  }

  private void addIdentities(Map<String, Object> claims) {
    if (!links.isEmpty()) {
      claims.put(
          "identities",
          links.stream()
              .map(link -> link.asClaim(user.getUsername(), user.getCreatedTimestamp()))
              .collect(Collectors.toList()));
    }
  }

  /** Writes an id that stays the same through all refreshes of a login, like Cognito's. */
  private void addLogin(IDToken token) {
    token.getOtherClaims().put("origin_jti", userSession.getId());
    addAuthTime(token);
  }

  private void addAuthTime(IDToken token) {
    if (token.getAuth_time() == null || token.getAuth_time() == 0) {
      token.setAuth_time(
          Stream.ofNullable(userSession.getNote(AuthenticationManager.AUTH_TIME))
              .map(Long::valueOf)
              .findFirst()
              .orElse((long) userSession.getStarted()));
    }
  }

  /** Tells whether the client requested a token for itself, without a user. */
  private boolean isClientItself() {
    return user.getServiceAccountClientLink() != null;
  }
}
