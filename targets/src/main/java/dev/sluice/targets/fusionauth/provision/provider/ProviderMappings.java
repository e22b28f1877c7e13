package dev.sluice.targets.fusionauth.provision.provider;

import dev.sluice.api.pool.IdentityProvider;
import dev.sluice.api.target.provision.NamesAtTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates the pool's attribute mapping of a provider into FusionAuth's, from a user's field to a
 * claim.
 */
record ProviderMappings(IdentityProvider provider, NamesAtTarget names) {
  /**
   * Not mapped, because a provider's statement is no proof of an address, and an identity does not
   * change.
   */
  private static final Set<String> NEVER =
      Set.of("email_verified", "phone_number_verified", "username", "sub");

  private static final Map<String, String> FIELDS =
      Map.of(
          "email", "user.email",
          "given_name", "user.firstName",
          "family_name", "user.lastName",
          "middle_name", "user.middleName",
          "name", "user.fullName",
          "phone_number", "user.mobilePhone",
          "birthdate", "user.birthDate",
          "picture", "user.imageUrl");

  ObjectNode json() {
    ObjectNode mappings = JsonMapper.shared().createObjectNode();
    if (byLambda()) {
      return mappings;
    }
    new TreeMap<>(provider.attributeMapping())
        .forEach(
            (name, claim) -> field(name).ifPresent(field -> mappings.put(field, source(claim))));
    return mappings;
  }

  List<String> lost() {
    List<String> lost = new ArrayList<>();
    boolean any = provider.attributeMapping().keySet().stream().anyMatch(n -> !NEVER.contains(n));
    if (any && byLambda()) {
      lost.add("attributes: write a reconcile lambda that reads them from the assertion");
    } else if (any) {
      lost.add("attribute mappings: releases without them need a reconcile lambda instead");
    }
    new TreeMap<>(provider.attributeMapping())
        .forEach((name, claim) -> {
          if (name.endsWith("_verified")) {
            lost.add(name + ": not taken from the provider");
          } else if (!NEVER.contains(name) && field(name).isEmpty()) {
            lost.add(name + " from " + claim + ": the attribute is not moved");
          }
        });
    return lost;
  }

  /** Tells whether names are assertion attributes, which are URIs and not paths. */
  private boolean byLambda() {
    return provider.type().equals("SAML");
  }

  private Optional<String> field(String name) {
    if (NEVER.contains(name)) {
      return Optional.empty();
    }
    String field = FIELDS.get(name);
    return field == null
        ? names.attribute(name).map(own -> "user.data." + own)
        : Optional.of(field);
  }

  /** Escapes a claim, which is one name in Cognito; FusionAuth reads dots and slashes as a path. */
  private static String source(String claim) {
    return claim.contains(".") || claim.contains("/")
        ? "/" + claim.replace("~", "~0").replace("/", "~1")
        : claim;
  }
}
