package dev.sluice.api.pool.branding;

import java.util.List;

/**
 * How the pool's own sign-in pages look. Their languages are not among it: managed login takes them
 * from the {@code lang} parameter of each request, and a pool keeps none.
 *
 * @param classic those of the pool first, then those of single clients
 * @param managedLogin one a client that has a style
 */
public record Branding(List<ClassicStyle> classic, List<ManagedLoginStyle> managedLogin) {
  public Branding {
    classic = List.copyOf(classic);
    managedLogin = List.copyOf(managedLogin);
  }

  /** Whether nobody has changed the looks. */
  public boolean none() {
    return classic.isEmpty() && managedLogin.isEmpty();
  }
}
