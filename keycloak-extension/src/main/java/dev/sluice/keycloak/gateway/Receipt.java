package dev.sluice.keycloak.gateway;

/** What the gateway did with a piece of news. */
public enum Receipt {
  /** It has it on record. */
  NOTED,
  /** It has no such user, or has it as gone: telling it again changes nothing. */
  UNKNOWN_USER,
  /** It was not reached or could not note it now. */
  NOT_NOW;

  /**
   * Reads the answer's status.
   *
   * @param contentType tells the gateway's own 404, a problem, from that of a wrong address
   */
  static Receipt of(int status, String contentType) {
    if (status == 204) {
      return NOTED;
    }
    return status == 404 && contentType.startsWith("application/problem+json")
        ? UNKNOWN_USER
        : NOT_NOW;
  }
}
