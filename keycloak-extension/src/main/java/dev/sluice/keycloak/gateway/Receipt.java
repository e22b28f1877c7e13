package dev.sluice.keycloak.gateway;

/** The gateway's response to a report. */
public enum Receipt {
  /** It recorded the report. */
  NOTED,
  /** It has no such user, or records it as gone: reporting again changes nothing. */
  UNKNOWN_USER,
  /** It was unreachable or could not record the report now. */
  NOT_NOW;

  /**
   * Reads the answer's status.
   *
   * @param contentType distinguishes the gateway's own 404, a problem document, from that of a
   *     wrong address
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
