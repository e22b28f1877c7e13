package dev.sluice.targets.fusionauth.users;

import dev.sluice.api.user.ExternalIdentity;
import dev.sluice.api.user.PlannedUser;
import dev.sluice.targets.fusionauth.api.FusionAuthApi;
import dev.sluice.targets.fusionauth.api.FusionAuthTroubles;
import dev.sluice.targets.fusionauth.api.NotTakenException;
import dev.sluice.targets.http.Answer;
import dev.sluice.targets.http.TroubleException;
import dev.sluice.targets.http.UrlPath;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Links users to their accounts at other providers, one call each, because an import takes no
 * links. So refusals are detected before the import, and links that a crash left out are created
 * when the user is found at FusionAuth.
 */
final class Links {
  private static final String PATH = "/api/identity-provider/link";

  private final FusionAuthApi api;
  private final Providers providers;

  Links(FusionAuthApi api) {
    this.api = api;
    this.providers = new Providers(api);
  }

  /** Clears the cached providers, because they may have changed. */
  void forget() {
    providers.forget();
  }

  /** Returns why this user's accounts cannot be linked; empty if they can. */
  Optional<String> problem(PlannedUser user) throws TroubleException, NotTakenException {
    for (ExternalIdentity identity : user.identities()) {
      Optional<String> provider = providers.idOf(identity);
      if (provider.isEmpty()) {
        return Optional.of(Refusals.noProvider(identity));
      }
      Optional<String> owner = ownerOf(provider.get(), identity);
      if (owner.isPresent() && !owner.get().equalsIgnoreCase(user.id().value())) {
        return Optional.of(Refusals.accountOfOther(identity, owner.get()));
      }
    }
    return Optional.empty();
  }

  /** Creates missing links and returns why one cannot be created. */
  Optional<String> complete(PlannedUser user) throws TroubleException, NotTakenException {
    for (ExternalIdentity identity : user.identities()) {
      Optional<String> provider = providers.idOf(identity);
      if (provider.isEmpty()) {
        return Optional.of(Refusals.noProvider(identity));
      }
      Optional<String> problem = completeOne(user, identity, provider.get());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> completeOne(PlannedUser user, ExternalIdentity identity, String provider)
      throws TroubleException, NotTakenException {
    Optional<String> owner = ownerOf(provider, identity);
    if (owner.isEmpty()) {
      Answer answer = api.post(PATH, link(user, identity, provider));
      if (answer.ok()) {
        return Optional.empty();
      }
      owner = ownerOf(provider, identity);
      if (owner.isEmpty() && answer.status() != 400) {
        throw FusionAuthTroubles.unexpected(answer);
      }
      if (owner.isEmpty()) {
        return Optional.of(Refusals.link(identity, answer));
      }
    }
    return owner
        .filter(other -> !other.equalsIgnoreCase(user.id().value()))
        .map(other -> Refusals.accountOfOther(identity, other));
  }

  private Optional<String> ownerOf(String provider, ExternalIdentity identity)
      throws TroubleException, NotTakenException {
    Answer answer =
        api.get(
            PATH
                + "?identityProviderId="
                + UrlPath.encode(provider)
                + "&identityProviderUserId="
                + UrlPath.encode(identity.userId()));
    if (answer.missing()) {
      return Optional.empty();
    }
    if (answer.status() == 400) {
      throw new NotTakenException(Refusals.link(identity, answer));
    }
    String owner =
        FusionAuthTroubles.expectOk(answer)
            .body()
            .path("identityProviderLink")
            .path("userId")
            .asString("");
    return owner.isEmpty() ? Optional.empty() : Optional.of(owner);
  }

  private static ObjectNode link(PlannedUser user, ExternalIdentity identity, String provider) {
    ObjectNode request = JsonMapper.shared().createObjectNode();
    ObjectNode link = request.putObject("identityProviderLink");
    link.put("identityProviderId", provider);
    link.put("identityProviderUserId", identity.userId());
    link.put("userId", user.id().value());
    String email = user.email();
    link.put("displayName", email == null ? identity.userId() : email);
    return request;
  }
}
