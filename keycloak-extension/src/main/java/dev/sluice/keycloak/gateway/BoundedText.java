package dev.sluice.keycloak.gateway;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads an answer's text up to a length; a longer answer fails and is not kept. */
final class BoundedText implements BodySubscriber<String> {
  /** Far more than the gateway ever answers: a user with everything that Cognito allows. */
  private static final long LONGEST = 2_000_000;

  private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
  private Flow.Subscription subscription = new NoSubscription();
  private long length;

  static HttpResponse.BodyHandler<String> handler() {
    return answer -> new BoundedText();
  }

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    text.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    length += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (length > LONGEST) {
      subscription.cancel();
      text.onError(new TooLongException());
    } else {
      text.onNext(parts);
    }
  }

  @Override
  public void onError(Throwable failure) {
    text.onError(failure);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }

  /** Reports an answer that is longer than any of the gateway's. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class NoSubscription implements Flow.Subscription {
    @Override
    public void request(long more) {
      // Nothing has begun yet.
    }

    @Override
    public void cancel() {
      // Nothing has begun yet.
    }
  }
}
