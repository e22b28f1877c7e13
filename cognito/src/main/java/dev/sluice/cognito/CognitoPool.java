package dev.sluice.cognito;

import dev.sluice.api.pace.Pacing;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.CognitoOptions;
import dev.sluice.cognito.call.Patience;
import dev.sluice.cognito.call.Reading;
import dev.sluice.cognito.password.CognitoPasswordCheck;
import dev.sluice.cognito.user.CognitoSecondFactors;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * One user pool and everything that Sluice asks of it: its users, their passwords and their second
 * factors. All parts that one program takes from it share one connection, and so keep to one share
 * of the quota. Closing a part leaves the connection open; closing the pool ends it.
 */
public final class CognitoPool implements AutoCloseable {
  private final CognitoConnection connection;

  private CognitoPool(CognitoConnection connection) {
    this.connection = connection;
  }

  /** Opens a pool whose pace is its own; nothing is sent yet. */
  public static CognitoPool open(CognitoOptions options) {
    return open(options, Pacing.ALONE);
  }

  /** Opens a pool whose pace may be shared with other processes; nothing is sent yet. */
  public static CognitoPool open(CognitoOptions options, Pacing pacing) {
    return new CognitoPool(CognitoConnection.open(options, pacing));
  }

  public static CognitoPool open(CognitoOptions options, AwsCredentialsProvider credentials) {
    return new CognitoPool(CognitoConnection.open(options, credentials));
  }

  /** Returns all users of the pool, read in as many chains of pages as the options say. */
  public CognitoUserSource users() {
    return new CognitoUserSource(connection);
  }

  /** Returns all users of the pool, read in one chain of pages whatever the options say. */
  public CognitoUserSource usersInOneChain() {
    return new CognitoUserSource(connection, Reading.ONE_CHAIN);
  }

  /** Returns a check of passwords against the pool. */
  public CognitoPasswordCheck passwords() {
    return new CognitoPasswordCheck(connection);
  }

  /** Returns users' second factors. AWS bills each user that is looked up as active this month. */
  public CognitoSecondFactors secondFactors() {
    return new CognitoSecondFactors(connection, Patience.OF_A_RUN);
  }

  /** Returns the same for a caller that waits for the answer. */
  public CognitoSecondFactors secondFactorsOfAPerson() {
    return new CognitoSecondFactors(connection, Patience.OF_A_PERSON);
  }

  /** Returns how many listing calls a second may be made now, for a progress display. */
  public double listingRate() {
    return connection.listingRate();
  }

  @Override
  public void close() {
    connection.close();
  }
}
