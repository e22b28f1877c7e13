package dev.sluice.keycloak.login;

import dev.sluice.keycloak.gateway.Verdict;

/** An answer cached for one request, in which Keycloak may ask for the same password again. */
record Answered(String userId, String password, Verdict verdict) {
  @Override
  public String toString() {
    return "Answered[" + userId + ", " + verdict + "]";
  }
}
