package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.UnreadPart;
import dev.sluice.api.source.SourceException;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Faults;
import dev.sluice.cognito.call.QuotaCategory;
import dev.sluice.cognito.call.RetriedCalls;
import dev.sluice.cognito.call.SourceProblems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * The calls that read one pool's configuration. A part that cannot be read is recorded as a
 * sentence, and the rest is read. Safe for use by many threads.
 */
final class PoolReads {
  private final CognitoConnection connection;
  private final RetriedCalls calls;
  private final List<UnreadPart> unread = new ArrayList<>();

  PoolReads(CognitoConnection connection, RetriedCalls calls) {
    this.connection = connection;
    this.calls = calls;
  }

  String pool() {
    return connection.options().userPoolId();
  }

  CognitoIdentityProviderClient client() {
    return connection.client();
  }

  <T> T resource(String operation, Supplier<T> call) {
    return calls.read(QuotaCategory.USER_POOL_RESOURCE_READ, operation, call);
  }

  <T> T appClient(String operation, Supplier<T> call) {
    return calls.read(QuotaCategory.USER_POOL_CLIENT_READ, operation, call);
  }

  <T> T identityPool(String operation, Supplier<T> call) {
    return calls.read(QuotaCategory.IDENTITY_POOL_READ, "cognito-identity:" + operation, call);
  }

  /** Returns what is read; if it cannot be read, records that and returns the alternative. */
  <T> T part(PoolPart part, T other, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (SourceException e) {
      keep(part, null, e);
      return other;
    }
  }

  /**
   * Returns what each name leads to, without names that have been deleted meanwhile. A refusal of
   * one is recorded and the next is read; a refusal that would meet all of them ends the part.
   */
  <T> List<T> each(PoolPart part, List<String> names, Function<String, Optional<T>> reading) {
    List<T> found = new ArrayList<>();
    for (String name : names) {
      try {
        ifThere(() -> reading.apply(name)).ifPresent(found::add);
      } catch (SourceException e) {
        boolean thisAlone = ofOneAlone(e.getCause());
        keep(part, thisAlone ? name : null, e);
        if (!thisAlone) {
          break;
        }
      }
    }
    return found;
  }

  /** Returns empty where Cognito says that there is no such thing. */
  static <T> Optional<T> ifThere(Supplier<Optional<T>> reading) {
    try {
      return reading.get();
    } catch (SourceException e) {
      if (e.getCause() instanceof AwsServiceException said
          && Faults.code(said).equals("ResourceNotFoundException")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Returns what could not be read, in the order of the parts. */
  synchronized List<UnreadPart> unread() {
    return unread.stream().sorted(Comparator.comparing(UnreadPart::part)).toList();
  }

  private static boolean ofOneAlone(@Nullable Throwable fault) {
    return fault instanceof AwsServiceException said
        && !Faults.transientFault(said)
        && !SourceProblems.notAllowed(said)
        && !SourceProblems.credentialsRefused(said);
  }

  private synchronized void keep(PoolPart part, @Nullable String which, SourceException why) {
    unread.add(new UnreadPart(part, which, String.valueOf(why.getMessage())));
  }
}
