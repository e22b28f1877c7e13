package dev.sluice.api.pool.branding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The branding of managed login for one client.
 *
 * @param cognitoDefaults whether Cognito's own branding is used
 * @param settings the style as JSON, where the owner has changed it
 */
public record ManagedLoginStyle(
    String clientId, boolean cognitoDefaults, @Nullable String settings, List<StyleAsset> assets) {
  public ManagedLoginStyle {
    assets = List.copyOf(assets);
  }
}
