package dev.sluice.keycloak.claims;

import java.util.List;

/** Derives the username that a user has, or would have, in the pool. */
final class PoolUsername {
  private PoolUsername() {}

  /**
   * @param stored in Keycloak, in lower case; an email address or a phone number where the pool
   *     made its usernames itself
   * @param generated whether the pool made them
   */
  static String of(String stored, String id, boolean generated, List<LinkedAccount> links) {
    return links.stream()
        .map(LinkedAccount::username)
        .filter(stored::equalsIgnoreCase)
        .findFirst()
        .orElse(generated ? id : stored);
  }
}
