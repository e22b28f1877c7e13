package dev.sluice.cognito.pool;

import dev.sluice.api.pool.PoolPart;
import dev.sluice.api.pool.branding.ClassicStyle;
import dev.sluice.api.pool.branding.ManagedLoginStyle;
import dev.sluice.api.pool.branding.StyleAsset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssetType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ManagedLoginBrandingType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UICustomizationType;

/** Reads the branding of the pool's own pages, for all clients and for each. */
final class BrandingReader {
  /** Cognito's word for clients that have no style of their own. */
  private static final String ALL = "ALL";

  private final PoolReads reads;

  BrandingReader(PoolReads reads) {
    this.reads = reads;
  }

  List<ClassicStyle> classic(List<String> clientIds) {
    List<String> all = Stream.concat(Stream.of(ALL), clientIds.stream()).toList();
    return reads.each(PoolPart.CLASSIC_BRANDING, all, this::classic);
  }

  List<ManagedLoginStyle> managedLogin(List<String> clientIds) {
    return reads.each(PoolPart.MANAGED_LOGIN_BRANDING, clientIds, this::managedLogin);
  }

  /**
   * A client without a style of its own is answered with the common one, which is kept only once.
   */
  private Optional<ClassicStyle> classic(String clientId) {
    String asked = clientId.equals(ALL) ? null : clientId;
    UICustomizationType found =
        reads
            .resource(
                "GetUICustomization",
                () ->
                    reads
                        .client()
                        .getUICustomization(r -> r.userPoolId(reads.pool()).clientId(asked)))
            .uiCustomization();
    boolean own = found != null && clientId.equals(found.clientId());
    return own && (found.css() != null || found.imageUrl() != null)
        ? Optional.of(new ClassicStyle(asked, found.css(), found.imageUrl()))
        : Optional.empty();
  }

  private Optional<ManagedLoginStyle> managedLogin(String clientId) {
    ManagedLoginBrandingType found =
        reads
            .resource(
                "DescribeManagedLoginBrandingByClient",
                () ->
                    reads
                        .client()
                        .describeManagedLoginBrandingByClient(
                            r -> r.userPoolId(reads.pool()).clientId(clientId)))
            .managedLoginBranding();
    return found == null
        ? Optional.empty()
        : Optional.of(
            new ManagedLoginStyle(
                clientId,
                Boolean.TRUE.equals(found.useCognitoProvidedValues()),
                StyleJson.of(found.settings()),
                found.assets().stream().map(BrandingReader::asset).toList()));
  }

  private static StyleAsset asset(AssetType found) {
    return new StyleAsset(
        found.categoryAsString(),
        found.colorModeAsString(),
        found.extensionAsString(),
        found.bytes() == null
            ? null
            : Base64.getEncoder().encodeToString(found.bytes().asByteArray()));
  }
}
