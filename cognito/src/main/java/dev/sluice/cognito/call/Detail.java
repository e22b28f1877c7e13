package dev.sluice.cognito.call;

import dev.sluice.api.Secret;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The detail of a failed call for the operator, in one line and without the password. */
public final class Detail {
  private static final int LONGEST = 300;

  private Detail() {}

  public static String of(Throwable fault, Secret password) {
    String said =
        fault instanceof AwsServiceException answer
            ? Faults.code(answer) + ": " + Faults.message(answer)
            : fault.getClass().getSimpleName() + ": " + fault.getMessage();
    String safe = password.isEmpty() ? said : said.replace(password.reveal(), "****");
    String line = safe.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
