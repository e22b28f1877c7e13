package dev.sluice.cognito.password;

import dev.sluice.api.Secret;
import dev.sluice.api.ledger.LedgerException;
import dev.sluice.api.pace.Pace;
import dev.sluice.cognito.call.CognitoConnection;
import dev.sluice.cognito.call.Detail;
import dev.sluice.cognito.call.Faults;
import dev.sluice.cognito.call.QuotaCategory;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * Revokes the tokens that a check received, without delaying the answer. A token that cannot be
 * revoked is left to expire and reported in the log; the token itself is never logged.
 */
final class TokenRevocation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TokenRevocation.class);
  private static final int MOST_WAITING = 2_000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration AT_CLOSE = Duration.ofSeconds(5);

  private final CognitoIdentityProviderClient client;
  private final String clientId;
  private final @Nullable Secret clientSecret;
  private final Pace pace;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  TokenRevocation(CognitoConnection connection) {
    this.client = connection.client();
    this.clientId = connection.options().appClientId();
    this.clientSecret = connection.options().appClientSecret();
    this.pace = connection.pace(QuotaCategory.USER_TOKEN);
  }

  /**
   * Revokes a token in the background.
   *
   * @param refreshToken revoking it revokes every token of the sign-in; null where none was issued
   */
  void later(@Nullable String refreshToken) {
    if (refreshToken == null) {
      return;
    }
    if (threads.isShutdown() || !waiting.tryAcquire()) {
      LOG.warn("Tokens of a password check were not revoked and will expire on their own.");
      return;
    }
    threads.execute(() -> revokeAndLeave(refreshToken));
  }

  private void revokeAndLeave(String refreshToken) {
    try {
      revoke(refreshToken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SdkException e) {
      if (Faults.throttled(e)) {
        pace.throttled();
      }
      LOG.warn(
          "Tokens of a password check were not revoked and will expire on their own: {}",
          Detail.of(e, new Secret(refreshToken)));
    } catch (LedgerException noTurn) {
      LOG.warn(
          "Tokens of a password check were not revoked and will expire on their own: {}",
          noTurn.getMessage());
    } finally {
      waiting.release();
    }
  }

  private void revoke(String refreshToken) throws InterruptedException {
    if (!pace.await(LONGEST_WAIT)) {
      LOG.warn("Too many tokens to revoke; those of a password check will expire on their own.");
      return;
    }
    client.revokeToken(r ->
        r.token(refreshToken)
            .clientId(clientId)
            .clientSecret(clientSecret == null ? null : clientSecret.reveal()));
    pace.succeeded();
  }

  /** Waits a little for revocations under way. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(AT_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
