package dev.sluice.keycloak.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second factor that the old system requires after the right password.
 *
 * @param kinds the kinds to choose from; empty unless there is a choice
 * @param destination the masked address that a code was sent to
 * @param challenge the value to return to the gateway with the code; not for logs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Factor(
    FactorKind kind, List<FactorKind> kinds, @Nullable String destination, String challenge) {

  /** Defaults to no choices. */
  public Factor {
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
  }

  /** Tells whether it names a factor and how to answer it. */
  boolean isUsable() {
    return kind != null
        && challenge != null
        && !challenge.isEmpty()
        && (kind != FactorKind.CHOICE || !kinds.isEmpty());
  }

  @Override
  public String toString() {
    return "Factor[" + kind + "]";
  }
}
