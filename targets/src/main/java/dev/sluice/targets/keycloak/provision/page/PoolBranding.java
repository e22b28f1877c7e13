package dev.sluice.targets.keycloak.provision.page;

import dev.sluice.api.pool.PoolInventory;
import dev.sluice.api.pool.branding.Branding;
import dev.sluice.api.pool.branding.ClassicStyle;
import dev.sluice.api.pool.client.AppClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The branding of a pool's sign-in pages.
 *
 * @param pool the branding of clients without their own
 * @param clients by client id, if they differ
 */
public record PoolBranding(PageBranding pool, Map<String, PageBranding> clients) {

  public static PoolBranding of(PoolInventory pool) {
    boolean managed =
        pool.domains().isEmpty()
            || pool.domains().stream()
                .anyMatch(domain -> !Objects.equals(domain.managedLoginVersion(), 1));
    Map<String, PageBranding> all = new LinkedHashMap<>();
    for (AppClient client : pool.clients()) {
      Optional<PageBranding> managedLooks = managed(pool.branding(), client.id());
      Optional<PageBranding> classic = classic(pool.branding(), client.id());
      (managed ? managedLooks.or(() -> classic) : classic.or(() -> managedLooks))
          .ifPresent(branding -> all.put(client.id(), branding));
    }
    // Managed login has no branding for the whole pool: the first client's represents it.
    PageBranding whole =
        classic(pool.branding(), null)
            .or(() -> all.values().stream().findFirst())
            .orElse(PageBranding.light(new Palette(), Map.of(), null));
    all.values().removeIf(whole::equals);
    return new PoolBranding(whole, all);
  }

  private static Optional<PageBranding> managed(Branding branding, String client) {
    return branding.managedLogin().stream()
        .filter(style -> style.clientId().equals(client) && !style.cognitoDefaults())
        .map(style -> new ManagedStyle(style).branding())
        .filter(page -> !page.none())
        .findFirst();
  }

  private static Optional<PageBranding> classic(Branding branding, @Nullable String client) {
    return branding.classic().stream()
        .filter(style -> Objects.equals(style.clientId(), client))
        .map(PoolBranding::branding)
        .filter(page -> !page.none())
        .findFirst();
  }

  private static PageBranding branding(ClassicStyle style) {
    @Nullable String css = style.css();
    return PageBranding.light(
        new ClassicCss(css == null ? "" : css).palette(), Map.of(), style.imageUrl());
  }
}
