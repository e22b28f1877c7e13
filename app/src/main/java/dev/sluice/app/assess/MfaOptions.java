package dev.sluice.app.assess;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Looking up second factors, which bills. */
final class MfaOptions {
  @Option(
      names = "--with-mfa",
      description =
          "Look up users' second factors too. AWS bills who is looked up as active; says the price"
              + " first and does it with --accept-cost.")
  private boolean wanted;

  @Option(names = "--accept-cost", description = "Look up second factors although it bills.")
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

  /** What is wrong with them, if anything is. */
  String problem() {
    if (!wanted && (costAccepted || sample != null)) {
      return "--accept-cost and --sample go with --with-mfa.";
    }
    return sample != null && sample < 1 ? "--sample is at least 1, not " + sample + "." : "";
  }

  OptionalLong sample() {
    return sample == null ? OptionalLong.empty() : OptionalLong.of(sample);
  }
}
