package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.LinkAlias;
import dev.sluice.targets.http.UrlPath;
import dev.sluice.targets.keycloak.api.KeycloakOptions;
import dev.sluice.targets.provision.DesiredObject;
import dev.sluice.targets.provision.ManualStep;
import dev.sluice.targets.provision.OwnershipTag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pool's identity providers, each under the alias that users' links have. An account is never
 * joined by an address alone: the realm's "first broker login" asks for proof, and no provider's
 * addresses are trusted.
 */
public final class SignInProviders {
  /** What Keycloak lets nobody put into an alias, in all versions that Sluice supports. */
  private static final Pattern REFUSED = Pattern.compile("[\\s:/?#@!$&()*+,;=\\[\\]\\\\]");

  /** Before somebody is here, nobody can tell at the target whose a provider's account is. */
  private static final String NOT_FOUND_IN_SLOW_WAY =
      "mode: slow brings nobody who signs in through it: such people get a second account with"
          + " another id, unless they have logged in here with their old password before. Choose"
          + " mode: hybrid";

  private final KeycloakOptions options;
  private final ProvisionRequest request;

  public SignInProviders(KeycloakOptions options, ProvisionRequest request) {
    this.options = options;
    this.request = request;
  }

  public List<DesiredObject> desired() {
    return request.pool().identityProviders().stream()
        .filter(SignInProviders::possible)
        .map(this::desired)
        .toList();
  }

  /** Those that cannot be made, because the links of their users have an alias that cannot be. */
  public List<ManualStep> impossible() {
    return request.pool().identityProviders().stream()
        .filter(each -> !possible(each))
        .map(SignInProviders::impossible)
        .toList();
  }

  private static boolean possible(IdentityProvider provider) {
    return !REFUSED.matcher(LinkAlias.of(provider.name())).find();
  }

  private static ManualStep impossible(IdentityProvider provider) {
    return new ManualStep(
        "give those who log in through \""
            + provider.name()
            + "\" another way in: the provider is not made, because Keycloak takes no alias with a"
            + " blank or any of : / ? # @ ! $ & ( ) * + , ; = [ ] \\");
  }

  private DesiredObject desired(IdentityProvider provider) {
    String alias = LinkAlias.of(provider.name());
    ProviderKind kind = ProviderKind.of(provider, request.pool().pool().id());
    @Nullable Secret secret = provider.secrets().get("client_secret");
    boolean usable = !kind.unusable() && (!kind.needsSecret() || secret != null);
    ProviderMappers mappers = new ProviderMappers(kind, provider, request.names());
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("alias", alias).put("providerId", kind.providerId()).put("trustEmail", false);
    ObjectNode config = kept.putObject("config");
    kind.kept().forEach(config::put);
    config.put("syncMode", "FORCE").put(OwnershipTag.FROM, request.pool().pool().id());
    if (secret != null && kind.needsSecret()) {
      config.put("clientSecret", secret.reveal());
      config.put(OwnershipTag.SECRET, OwnershipTag.ofSecret(request.gatewayToken(), secret));
    }
    kept.set("mappers", mappers.json());
    ObjectNode once = JsonMapper.shared().createObjectNode();
    once.put("displayName", provider.name()).put("enabled", usable);
    ObjectNode first = once.putObject("config");
    kind.once().forEach(first::put);
    return new DesiredObject(
        "identity provider",
        alias,
        provider.type() + " provider " + provider.name(),
        kept,
        once,
        lost(alias, kind, usable, mappers));
  }

  private List<String> lost(
      String alias, ProviderKind kind, boolean usable, ProviderMappers mappers) {
    List<String> lost = new ArrayList<>();
    lost.add("add this redirect URL at the provider: " + redirect(alias));
    if (request.mode() == MigrationMode.SLOW) {
      lost.add(NOT_FOUND_IN_SLOW_WAY);
    }
    if (!usable && !kind.unusable()) {
      lost.add("client secret: not known here, so it is disabled until you set it");
    }
    lost.addAll(kind.lost());
    lost.addAll(mappers.lost());
    return lost;
  }

  private String redirect(String alias) {
    return options.url()
        + "/realms/"
        + UrlPath.encode(options.realm())
        + "/broker/"
        + UrlPath.encode(alias)
        + "/endpoint";
  }
}
