package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.api.pool.client.AppClient;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.provision.Lengths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an app client has that an application in FusionAuth has not, or has in another way. */
record ApplicationGaps(AppClient client, ObjectIds ids) {
  private static final Map<String, String> NO_MATCH =
      Map.of(
          "ALLOW_USER_SRP_AUTH",
          "SRP: FusionAuth has none; let the application use the authorization code or FusionAuth's"
              + " Login API",
          "ALLOW_CUSTOM_AUTH",
          "custom challenges: FusionAuth has none; see its passwordless and two-factor APIs",
          "ALLOW_USER_AUTH",
          "choice of the first factor by API: FusionAuth's own pages offer it");

  List<String> all() {
    List<String> lost = new ArrayList<>();
    lost.add(
        "client id: FusionAuth takes UUIDs only. Put "
            + ids.application(client.id())
            + " into the application's configuration in place of "
            + client.id());
    if (client.confidential() && client.secret() == null) {
      lost.add(
          "secret: not known here, so FusionAuth makes a new one; give it to the application, or"
              + " provision from the pool or from an encrypted archive");
    }
    client.explicitAuthFlows().stream()
        .filter(NO_MATCH::containsKey)
        .forEach(flow -> lost.add(flow + ": " + NO_MATCH.get(flow)));
    grants(lost);
    scopes(lost);
    tokens(lost);
    return lost;
  }

  private void grants(List<String> lost) {
    if (client.oauth().allows("code")) {
      lost.add(
          "PKCE: used where the application sends it, not demanded, because one that does not has"
              + " worked until now");
    }
    if (client.oauth().allows("implicit")) {
      lost.add("implicit grant: kept, but it is outdated; move the application to code and PKCE");
    }
    if (client.oauth().enabled() && client.oauth().logoutUrls().size() > 1) {
      lost.add(
          "logout addresses: FusionAuth has one, the first; where the application names another, add"
              + " it to the authorized redirect URLs: "
              + String.join(
                  ", ",
                  client.oauth().logoutUrls().subList(1, client.oauth().logoutUrls().size())));
    }
    if (client.oauth().allows("client_credentials") && !client.confidential()) {
      lost.add("client credentials: off, because the client has no secret");
    }
  }

  private void scopes(List<String> lost) {
    List<String> custom =
        client.oauth().scopes().stream().filter(scope -> scope.contains("/")).toList();
    if (!custom.isEmpty() && !Machines.isOnly(client)) {
      lost.add(
          "custom scopes: add them under the application's Scopes (a paid feature), or FusionAuth"
              + " refuses logins that ask for them: "
              + String.join(", ", custom));
    }
    if (client.oauth().scopes().contains("aws.cognito.signin.user.admin")) {
      lost.add(
          "scope aws.cognito.signin.user.admin: passed over where asked for; it allowed calls of"
              + " Cognito's own API");
    }
  }

  private void tokens(List<String> lost) {
    if (!client.tokens().id().equals(client.tokens().access())) {
      lost.add(
          "ID tokens hold as long as access tokens: %s instead of %s"
              .formatted(Lengths.of(client.tokens().access()), Lengths.of(client.tokens().id())));
    }
    if (Applications.refreshes(client)) {
      lost.add("refresh tokens: given where the application asks for the scope offline_access");
    }
    lost.add(
        "claims: groups are in \"roles\", not in cognito:groups; what else applications read needs a"
            + " populate lambda of yours");
    if (!client.tokenRevocation()) {
      lost.add("refresh tokens can be revoked in FusionAuth, which the pool has off");
    }
    if (!client.preventUserExistenceErrors()) {
      lost.add("that a user does not exist is never told by FusionAuth's login");
    }
  }
}
