package dev.sluice.api.pool.branding;

import java.util.List;

/**
 * The branding of the pool's own sign-in pages. Languages are not part of it: managed login takes
 * them from the {@code lang} parameter of each request, and a pool keeps none.
 *
 * @param classic the style of the pool first, then those of single clients
 * @param managedLogin one for each client that has a style
 */
public record Branding(List<ClassicStyle> classic, List<ManagedLoginStyle> managedLogin) {
  public Branding {
    classic = List.copyOf(classic);
    managedLogin = List.copyOf(managedLogin);
  }

  /** Returns whether the pool has no branding of its own. */
  public boolean none() {
    return classic.isEmpty() && managedLogin.isEmpty();
  }
}
