package dev.sluice.app.config.reading;

import dev.sluice.api.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a value must be.
 *
 * @param expected completes "expected …"
 * @param masked whether the value must not be printed
 * @param words all values that are taken, where they can be listed
 * @param parse empty when the value is not as expected
 */
record Rule<T>(
    String expected, boolean masked, List<String> words, Function<String, Optional<T>> parse) {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  static Rule<String> text(String expected) {
    return new Rule<>(
        expected, false, List.of(), text -> Optional.of(text).filter(t -> !t.isBlank()));
  }

  static Rule<String> matching(Pattern pattern, String expected) {
    return new Rule<>(
        expected, false, List.of(), text -> Optional.of(text).filter(pattern.asMatchPredicate()));
  }

  /**
   * @param shortest how many characters it has at least
   */
  static Rule<Secret> secret(int shortest) {
    return new Rule<>(
        "a secret of at least " + shortest + (shortest == 1 ? " character" : " characters"),
        true,
        List.of(),
        text -> text.length() < shortest ? Optional.empty() : Optional.of(new Secret(text)));
  }

  static Rule<Integer> wholeNumber(int least, int most) {
    return new Rule<>(
        "a whole number from " + least + " to " + most,
        false,
        List.of(),
        text -> whole(text).filter(number -> number >= least && number <= most));
  }

  /** A number greater than 0, fractions allowed. */
  static Rule<Double> rate(double most) {
    return new Rule<>(
        "a number greater than 0 and at most %.0f".formatted(most),
        false,
        List.of(),
        text -> number(text).filter(rate -> rate > 0 && rate <= most));
  }

  /** A time such as {@code 15m}. */
  static Rule<Duration> time(Duration least, Duration most) {
    return new Rule<>(
        "a time from %s to %s, such as 90s, 15m or 6h".formatted(words(least), words(most)),
        false,
        List.of(),
        text ->
            duration(text).filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0));
  }

  private static String words(Duration time) {
    return time.toMillis() < 1000 ? time.toMillis() + "ms" : time.toSeconds() + "s";
  }

  private static Optional<Duration> duration(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        });
  }

  static <T> Rule<T> oneOf(Map<String, T> choices) {
    List<String> words = choices.keySet().stream().sorted().toList();
    return new Rule<>(
        "one of " + String.join(", ", words),
        false,
        words,
        text -> Optional.ofNullable(choices.get(text)));
  }

  /** An address that is HTTPS, or HTTP on this machine. */
  static Rule<URI> address() {
    return new Rule<>(
        "an https:// address, or an http:// address on this machine such as http://127.0.0.1:7070",
        false,
        List.of(),
        text -> uri(text).filter(Rule::safe));
  }

  private static boolean safe(URI uri) {
    return "https".equals(uri.getScheme())
        || ("http".equals(uri.getScheme()) && Loopback.names(String.valueOf(uri.getHost())));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }
}
