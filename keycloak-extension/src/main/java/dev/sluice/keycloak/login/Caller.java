package dev.sluice.keycloak.login;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Reads the caller's address and agent, for the old system's protection against attacks. */
final class Caller {
  private Caller() {}

  static Optional<String> ip(KeycloakSession session) {
    return Optional.ofNullable(session.getContext().getConnection())
        .map(connection -> connection.getRemoteAddr());
  }

  static Optional<String> agent(KeycloakSession session) {
    return Optional.ofNullable(session.getContext().getHttpRequest())
        .map(request -> request.getHttpHeaders().getHeaderString("User-Agent"));
  }
}
