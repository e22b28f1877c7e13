package dev.sluice.targets.option;

import dev.sluice.api.Secret;
import dev.sluice.api.target.TargetOption;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code sluice.yaml} says under a target's name, asked by the options that declare it. Blank
 * is as good as not given.
 */
public record OptionValues(Map<String, String> given) {
  public OptionValues {
    given = Map.copyOf(given);
  }

  public boolean has(TargetOption option) {
    return !given.getOrDefault(option.key(), "").isBlank();
  }

  /** What is given, or else the option's fallback. */
  public Optional<String> text(TargetOption option) {
    return has(option)
        ? Optional.ofNullable(given.get(option.key()))
        : Optional.ofNullable(option.fallback());
  }

  /**
   * As {@link #text}, of an option that {@link OptionProblems} has found in order.
   *
   * @throws IllegalArgumentException when there is nothing
   */
  public String need(TargetOption option) {
    return text(option)
        .orElseThrow(() -> new IllegalArgumentException(option.key() + ": is missing"));
  }

  public Optional<Secret> secret(TargetOption option) {
    return text(option).map(Secret::new);
  }

  /** What stands between commas, each once, in order; nothing where there is nothing. */
  public List<String> list(TargetOption option) {
    return Stream.of(text(option).orElse("").split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  /** An address of HTTP without query and without slashes at the end; empty when it is none. */
  public Optional<URI> address(TargetOption option) {
    try {
      URI uri = new URI(text(option).orElse("").replaceFirst("/+$", ""));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain = uri.getQuery() == null && uri.getFragment() == null;
      return http && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /** A number that {@link OptionProblems#number} has found in order. */
  public int number(TargetOption option) {
    return Integer.parseInt(need(option));
  }

  /** Says nothing of the values, for some are secrets. */
  @Override
  public String toString() {
    return "OptionValues" + given.keySet();
  }
}
