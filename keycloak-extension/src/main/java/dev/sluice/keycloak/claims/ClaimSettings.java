package dev.sluice.keycloak.claims;

import dev.sluice.keycloak.wire.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The settings of the claims.
 *
 * @param attributes maps an attribute's name in the pool, which the claim has, to its name here
 * @param groups maps the path of a group here to its name in the pool, if that is not the last part
 *     of the path
 * @param generatedUsernames whether the pool generated the usernames, which then are the users' ids
 * @param withoutAudience whether access tokens have no {@code aud}, like Cognito's
 * @param clientAsSubject whether {@code sub} is the client's id in tokens of clients themselves
 */
record ClaimSettings(
    Map<String, String> attributes,
    Map<String, String> groups,
    boolean generatedUsernames,
    boolean withoutAudience,
    boolean clientAsSubject) {
  private static final String ATTRIBUTES = "attributes";
  private static final String GROUPS = "groups";
  private static final String GENERATED_USERNAMES = "generated.usernames";
  private static final String WITHOUT_AUDIENCE = "without.audience";
  private static final String CLIENT_AS_SUBJECT = "client.as.subject";

  /** Parses a map as Keycloak stores it in a setting. */
  record Pair(String key, String value) {}

  /**
   * Reads a mapper's settings.
   *
   * @throws IllegalArgumentException if an attribute would become a claim that the pool does not
   *     have
   */
  static ClaimSettings of(ProtocolMapperModel mapper) {
    Map<String, String> config = mapper.getConfig();
    Map<String, String> attributes = map(config, ATTRIBUTES);
    attributes.keySet().forEach(AttributeClaims::requireOfPool);
    return new ClaimSettings(
        attributes,
        map(config, GROUPS),
        Boolean.parseBoolean(config.get(GENERATED_USERNAMES)),
        !"false".equals(config.get(WITHOUT_AUDIENCE)),
        !"false".equals(config.get(CLIENT_AS_SUBJECT)));
  }

  private static Map<String, String> map(Map<String, String> config, String name) {
    String json = config.getOrDefault(name, "");
    var map = new LinkedHashMap<String, String>();
    if (!json.isBlank()) {
      for (Pair pair : WireJson.read(json, Pair[].class)) {
        map.put(pair.key(), pair.value());
      }
    }
    return map;
  }

  static List<ProviderConfigProperty> properties(Class<? extends ProtocolMapper> mapper) {
    var properties = new ArrayList<ProviderConfigProperty>();
    properties.add(
        property(
            ATTRIBUTES,
            "Attributes",
            "Maps the name of a claim to the name of the user's attribute in Keycloak",
            ProviderConfigProperty.MAP_TYPE,
            null));
    properties.add(
        property(
            GROUPS,
            "Groups",
            "Maps the path of a group to its name in cognito:groups. Other groups have the last"
                + " part of their path",
            ProviderConfigProperty.MAP_TYPE,
            null));
    properties.add(
        property(
            GENERATED_USERNAMES,
            "Usernames are ids",
            "Whether the user pool generated its usernames, which then are the users' ids",
            ProviderConfigProperty.BOOLEAN_TYPE,
            "false"));
    properties.add(
        property(
            WITHOUT_AUDIENCE,
            "No audience in access tokens",
            "Whether access tokens have no aud, like Cognito's",
            ProviderConfigProperty.BOOLEAN_TYPE,
            "true"));
    properties.add(
        property(
            CLIENT_AS_SUBJECT,
            "Clients are their tokens' subject",
            "Whether sub is the client id in access tokens that a client gets for itself",
            ProviderConfigProperty.BOOLEAN_TYPE,
            "true"));
    OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, mapper);
    return properties;
  }

  private static ProviderConfigProperty property(
      String name, String label, String help, String type, @Nullable String value) {
    return new ProviderConfigProperty(name, label, help, type, value);
  }
}
