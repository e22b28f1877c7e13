package dev.sluice.targets.provision;

import dev.sluice.api.pool.client.AppClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Names what an app client may have that a target lacks. Each is asked of the app client here,
 * once; a target supplies its name, and the words that end the sentences which are its own.
 */
public enum AppClientGap {
  SRP("ALLOW_USER_SRP_AUTH: SRP:"),
  CUSTOM_CHALLENGES("ALLOW_CUSTOM_AUTH: custom challenges:"),
  COGNITO_SCOPE("scope aws.cognito.signin.user.admin:");

  private final String beginning;

  AppClientGap(String beginning) {
    this.beginning = beginning;
  }

  /**
   * Returns a sentence for each gap between the app client and a target.
   *
   * @param target the target's name, such as Keycloak
   * @param words how each sentence ends; a gap that the target does not have is left out
   */
  public static List<String> sentences(
      AppClient client, String target, Map<AppClientGap, String> words) {
    List<String> all = new ArrayList<>();
    secret(client, target, all);
    for (AppClientGap gap : values()) {
      if (words.containsKey(gap) && gap.isIn(client)) {
        all.add(gap.beginning + " " + words.get(gap));
      }
    }
    grants(client, all);
    answers(client, target, all);
    return all;
  }

  private static void secret(AppClient client, String target, List<String> all) {
    if (client.confidential() && client.secret() == null) {
      all.add(
          "secret: not known here, so "
              + target
              + " makes a new one; give it to the application, or provision from the pool or from"
              + " an encrypted archive");
    }
  }

  private static void grants(AppClient client, List<String> all) {
    if (client.oauth().allows("code")) {
      all.add(
          "PKCE: used where the application sends it, not demanded, because one that does not has"
              + " worked until now");
    }
    if (client.oauth().allows("implicit")) {
      all.add("implicit grant: kept, but it is outdated; move the application to code and PKCE");
    }
    if (client.oauth().allows("client_credentials") && !client.confidential()) {
      all.add("client credentials: off, because the client has no secret");
    }
  }

  private static void answers(AppClient client, String target, List<String> all) {
    if (!client.tokens().id().equals(client.tokens().access())) {
      all.add(
          "ID tokens hold as long as access tokens: %s instead of %s"
              .formatted(Lengths.of(client.tokens().access()), Lengths.of(client.tokens().id())));
    }
    if (!client.tokenRevocation()) {
      all.add("refresh tokens can be revoked in " + target + ", which the pool has off");
    }
    if (client.explicitAuthFlows().contains("ALLOW_USER_AUTH")) {
      all.add(
          "ALLOW_USER_AUTH: choice of the first factor by API: "
              + target
              + "'s own pages offer it");
    }
    if (!client.preventUserExistenceErrors()) {
      all.add(target + "'s login never says that a user does not exist");
    }
  }

  private boolean isIn(AppClient client) {
    return switch (this) {
      case SRP -> client.explicitAuthFlows().contains("ALLOW_USER_SRP_AUTH");
      case CUSTOM_CHALLENGES -> client.explicitAuthFlows().contains("ALLOW_CUSTOM_AUTH");
      case COGNITO_SCOPE -> client.oauth().scopes().contains("aws.cognito.signin.user.admin");
    };
  }
}
