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
 * How the sign-in pages of a pool look.
 *
 * @param pool of those clients that have no looks of their own
 * @param clients by client id, where they differ
 */
public record PoolLooks(Looks pool, Map<String, Looks> clients) {

  public static PoolLooks of(PoolInventory pool) {
    boolean managed =
        pool.domains().isEmpty()
            || pool.domains().stream()
                .anyMatch(domain -> !Objects.equals(domain.managedLoginVersion(), 1));
    Map<String, Looks> all = new LinkedHashMap<>();
    for (AppClient client : pool.clients()) {
      Optional<Looks> managedLooks = managed(pool.branding(), client.id());
      Optional<Looks> classic = classic(pool.branding(), client.id());
      (managed ? managedLooks.or(() -> classic) : classic.or(() -> managedLooks))
          .ifPresent(looks -> all.put(client.id(), looks));
    }
    // Managed login has no looks of the whole pool: those of the first client stand for it.
    Looks whole =
        classic(pool.branding(), null)
            .or(() -> all.values().stream().findFirst())
            .orElse(Looks.light(new Palette(), Map.of(), null));
    all.values().removeIf(whole::equals);
    return new PoolLooks(whole, all);
  }

  private static Optional<Looks> managed(Branding branding, String client) {
    return branding.managedLogin().stream()
        .filter(style -> style.clientId().equals(client) && !style.cognitoDefaults())
        .map(style -> new ManagedStyle(style).looks())
        .filter(looks -> !looks.none())
        .findFirst();
  }

  private static Optional<Looks> classic(Branding branding, @Nullable String client) {
    return branding.classic().stream()
        .filter(style -> Objects.equals(style.clientId(), client))
        .map(PoolLooks::looks)
        .filter(looks -> !looks.none())
        .findFirst();
  }

  private static Looks looks(ClassicStyle style) {
    @Nullable String css = style.css();
    return Looks.light(
        new ClassicCss(css == null ? "" : css).palette(), Map.of(), style.imageUrl());
  }
}
