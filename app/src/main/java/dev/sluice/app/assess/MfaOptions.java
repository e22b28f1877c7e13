package dev.sluice.app.assess;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for looking up second factors, which AWS charges for. */
final class MfaOptions {
  @Option(
      names = "--with-mfa",
      description =
          "Look up users' second factors too. AWS bills each user looked up as active; without"
              + " --accept-cost, only the price is printed.")
  private boolean wanted;

  @Option(
      names = "--accept-cost",
      description = "Accept the price of --with-mfa and look up the second factors.")
  private boolean costAccepted;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Look up only N users, chosen at random.")
  private @Nullable Long sample;

  boolean wanted() {
    return wanted;
  }

  boolean costAccepted() {
    return costAccepted;
  }

  /** Returns what is wrong with the options; empty if nothing is. */
  String problem() {
    if (!wanted && (costAccepted || sample != null)) {
      return "--accept-cost and --sample require --with-mfa.";
    }
    return sample != null && sample < 1 ? "--sample must be at least 1, not " + sample + "." : "";
  }

  OptionalLong sample() {
    return sample == null ? OptionalLong.empty() : OptionalLong.of(sample);
  }
}
