package dev.sluice.keycloak.gateway;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second factor that the old system asks for after the right password.
 *
 * @param kinds what can be chosen; empty unless there is a choice
 * @param destination where a code was sent, with most of it hidden
 * @param challenge what the gateway wants back with the code; not for logs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Factor(
    FactorKind kind, List<FactorKind> kinds, @Nullable String destination, String challenge) {

  /** Without choices where none were sent. */
  public Factor {
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
  }

  /** Whether it says what is asked and how to answer. */
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
