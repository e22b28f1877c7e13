package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.api.MigrationMode;
import dev.sluice.api.Secret;
import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.target.provision.ProvisionRequest;
import dev.sluice.targets.LinkAlias;
import dev.sluice.targets.http.UrlPath;
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
 * The pool's identity providers, each under the alias of users' links. An address alone never joins
 * an account: the realm's "first broker login" requires proof, and no provider's addresses are
 * trusted.
 */
public final class SignInProviders {
  /** The characters that Keycloak refuses in an alias, in all versions that Sluice supports. */
  private static final Pattern REFUSED = Pattern.compile("[\\s:/?#@!$&()*+,;=\\[\\]\\\\]");

  /**
   * The caution for slow mode: until a user has moved, the target cannot know whose a provider's
   * account is.
   */
  private static final String NOT_FOUND_IN_SLOW_MODE =
      "mode: slow does not move users that log in only through it: they get a second account with"
          + " another id, unless they have logged in here with their old password before. Choose"
          + " mode: hybrid";

  private final RealmAddress realm;
  private final ProvisionRequest request;

  public SignInProviders(RealmAddress realm, ProvisionRequest request) {
    this.realm = realm;
    this.request = request;
  }

  public List<DesiredObject> desired() {
    return request.pool().identityProviders().stream()
        .filter(SignInProviders::possible)
        .map(this::desired)
        .toList();
  }

  /** Returns steps for the providers that cannot be created, because their alias is not allowed. */
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
        "give users that log in through \""
            + provider.name()
            + "\" another way to log in: the provider is not created, because Keycloak accepts no"
            + " alias with a blank or any of : / ? # @ ! $ & ( ) * + , ; = [ ] \\");
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
      lost.add(NOT_FOUND_IN_SLOW_MODE);
    }
    if (!usable && !kind.unusable()) {
      lost.add("client secret: unknown here, so the provider is disabled until you set it");
    }
    lost.addAll(kind.lost());
    lost.addAll(mappers.lost());
    return lost;
  }

  private String redirect(String alias) {
    return realm.text() + "/broker/" + UrlPath.encode(alias) + "/endpoint" + realm.doubt();
  }
}
