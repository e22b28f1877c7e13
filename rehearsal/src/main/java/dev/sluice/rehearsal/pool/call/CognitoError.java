package dev.sluice.rehearsal.pool.call;

/** An error as Cognito answers it: a type, a status and a message. */
public final class CognitoError extends RuntimeException {

  private final String type;
  private final int status;

  private CognitoError(String type, int status, String message) {
    super(message, null, false, false);
    this.type = type;
    this.status = status;
  }

  /** Returns one of the errors of the service model, answered with status 400. */
  public static CognitoError of(String type, String message) {
    return new CognitoError(type, 400, message);
  }

  /** Returns the same with another status. */
  public static CognitoError of(String type, int status, String message) {
    return new CognitoError(type, status, message);
  }

  public static CognitoError notAuthorized(String message) {
    return of("NotAuthorizedException", message);
  }

  public static CognitoError invalidParameter(String message) {
    return of("InvalidParameterException", message);
  }

  public static CognitoError notFound(String message) {
    return of("ResourceNotFoundException", message);
  }

  public static CognitoError noSuchUser() {
    return of("UserNotFoundException", "User does not exist.");
  }

  /** Returns the error's name, which the {@code __type} field and the error header carry. */
  public String type() {
    return type;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the message; never null here. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
