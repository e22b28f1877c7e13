package dev.sluice.targets.keycloak.api;

import dev.sluice.api.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** The credentials that Sluice uses at Keycloak. */
public sealed interface AdminCredentials {

  /** A client of the realm itself with a service account. */
  record ServiceAccount(String realm, String clientId, Secret secret) implements AdminCredentials {}

  /** An administrator of the master realm, through Keycloak's own client {@code admin-cli}. */
  record Administrator(String username, Secret password) implements AdminCredentials {}

  /** Returns the realm whose token endpoint accepts these credentials. */
  default String tokenRealm() {
    return switch (this) {
      case ServiceAccount account -> account.realm();
      case Administrator _ -> "master";
    };
  }

  /** Returns the form for the token endpoint. */
  default Map<String, String> tokenForm() {
    Map<String, String> form = new LinkedHashMap<>();
    switch (this) {
      case ServiceAccount account -> {
        form.put("grant_type", "client_credentials");
        form.put("client_id", account.clientId());
        form.put("client_secret", account.secret().reveal());
      }
      case Administrator administrator -> {
        form.put("grant_type", "password");
        form.put("client_id", "admin-cli");
        form.put("username", administrator.username());
        form.put("password", administrator.password().reveal());
      }
    }
    return form;
  }

  /** Returns a description for messages. */
  default String name() {
    return switch (this) {
      case ServiceAccount account ->
          "client \"" + account.clientId() + "\" of realm \"" + account.realm() + "\"";
      case Administrator administrator -> "administrator \"" + administrator.username() + "\"";
    };
  }
}
