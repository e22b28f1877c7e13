package dev.sluice.targets.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads an answer's text up to a length; a longer answer fails and is not kept. */
final class BoundedText implements BodySubscriber<String> {
  private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
  private final long longest;
  private Optional<Flow.Subscription> subscription = Optional.empty();
  private long length;

  private BoundedText(long longest) {
    this.longest = longest;
  }

  /**
   * @param longest the most bytes that an answer may have
   */
  static HttpResponse.BodyHandler<String> handler(long longest) {
    return _ -> new BoundedText(longest);
  }

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = Optional.of(given);
    text.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    length += parts.stream().mapToLong(ByteBuffer::remaining).sum();
    if (length > longest) {
      subscription.ifPresent(Flow.Subscription::cancel);
      text.onError(new TooLongException(longest));
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

  /** Reports an answer that is longer than any that a vendor gives. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException(long longest) {
      super("the answer has more than " + longest + " bytes");
    }
  }
}
