package dev.sluice.api.pool.signin;

import java.util.List;

/**
 * Second factors.
 *
 * @param mode OFF, OPTIONAL or ON
 * @param kinds SMS, SOFTWARE_TOKEN, EMAIL: those that are set up
 */
public record MfaSettings(String mode, List<String> kinds) {
  public MfaSettings {
    kinds = List.copyOf(kinds);
  }

  /** Returns whether users may have a second factor at all. */
  public boolean on() {
    return !mode.equals("OFF");
  }
}
