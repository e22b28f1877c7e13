package dev.sluice.targets.fusionauth.provision.client;

import dev.sluice.api.pool.client.AppClient;
import dev.sluice.targets.fusionauth.provision.object.ObjectIds;
import dev.sluice.targets.provision.AppClientGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what an app client has that an application in FusionAuth lacks, or has in another way. */
record ApplicationGaps(AppClient client, ObjectIds ids) {
  private static final Map<AppClientGap, String> WORDS =
      Map.of(
          AppClientGap.SRP,
          "FusionAuth has none; let the application use the authorization code or FusionAuth's Login"
              + " API",
          AppClientGap.CUSTOM_CHALLENGES,
          "FusionAuth has none; see its passwordless and two-factor APIs",
          AppClientGap.COGNITO_SCOPE,
          "passed over where asked for; it allowed calls of Cognito's own API");

  List<String> all() {
    List<String> lost = new ArrayList<>();
    lost.add(
        "client id: FusionAuth takes UUIDs only. Put "
            + ids.application(client.id())
            + " into the application's configuration in place of "
            + client.id());
    lost.addAll(AppClientGap.sentences(client, "FusionAuth", WORDS));
    logout(lost);
    scopes(lost);
    if (Applications.refreshes(client)) {
      lost.add("refresh tokens: given where the application asks for the scope offline_access");
    }
    lost.add(
        "claims: groups are in \"roles\", not in cognito:groups; what else applications read needs a"
            + " populate lambda of yours");
    return lost;
  }

  private void logout(List<String> lost) {
    if (client.oauth().enabled() && client.oauth().logoutUrls().size() > 1) {
      lost.add(
          "logout addresses: FusionAuth has one, the first; where the application names another, add"
              + " it to the authorized redirect URLs: "
              + String.join(
                  ", ",
                  client.oauth().logoutUrls().subList(1, client.oauth().logoutUrls().size())));
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
  }
}
