package dev.sluice.targets.keycloak.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.target.provision.NamesAtTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates the pool's attribute mapping of a provider into mappers, each named after the pool's
 * attribute.
 */
record ProviderMappers(ProviderKind kind, IdentityProvider provider, NamesAtTarget names) {
  /** Not mapped, because a provider's statement is no proof and does not verify an address. */
  private static final Set<String> NEVER =
      Set.of("email_verified", "phone_number_verified", "username", "sub");

  /** Returns the mappers by name; empty if there are none. */
  ObjectNode json() {
    ObjectNode mappers = JsonMapper.shared().createObjectNode();
    if (kind.mapper().isEmpty()) {
      return mappers;
    }
    new TreeMap<>(provider.attributeMapping())
        .forEach((name, theirs) -> {
          if (needed(name, theirs)) {
            attribute(name).ifPresent(ours -> mappers.set(name, mapper(theirs, ours)));
          }
        });
    return mappers;
  }

  List<String> lost() {
    List<String> lost = new ArrayList<>();
    new TreeMap<>(provider.attributeMapping())
        .forEach((name, theirs) -> {
          if (name.endsWith("_verified")) {
            lost.add(name + ": not taken from the provider; Keycloak verifies addresses");
          } else if (needed(name, theirs) && kind.mapper().isEmpty()) {
            lost.add(name + " from " + theirs + ": this kind of provider has no mappers");
          } else if (needed(name, theirs) && attribute(name).isEmpty()) {
            lost.add(name + " from " + theirs + ": the attribute is not moved");
          }
        });
    return lost;
  }

  private boolean needed(String name, String theirs) {
    boolean sameName = !kind.mapper().equals(OidcProvider.MAPPER) || theirs.equals(name);
    return !NEVER.contains(name) && !(kind.byItself().contains(name) && sameName);
  }

  private ObjectNode mapper(String theirs, String ours) {
    ObjectNode mapper = JsonMapper.shared().createObjectNode();
    mapper.put("identityProviderMapper", kind.mapper());
    ObjectNode config = mapper.putObject("config").put("syncMode", "INHERIT");
    switch (kind.providerId()) {
      case "saml" -> config.put("attribute.name", theirs).put("user.attribute", ours);
      case "oidc" -> config.put("claim", theirs).put("user.attribute", ours);
      default -> config.put("jsonField", theirs).put("userAttribute", ours);
    }
    return mapper;
  }

  private Optional<String> attribute(String name) {
    return switch (name) {
      case "email" -> Optional.of("email");
      case "given_name" -> Optional.of("firstName");
      case "family_name" -> Optional.of("lastName");
      case "phone_number" -> Optional.of("phoneNumber");
      default -> names.attribute(name);
    };
  }
}
