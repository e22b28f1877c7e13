package dev.sluice.keycloak.claims;

import dev.sluice.keycloak.wire.WireException;
import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** Adds Cognito's claims to the tokens of every client that has it or its client scope. */
public final class CognitoClaimsMapper extends AbstractOIDCProtocolMapper
    implements OIDCIDTokenMapper, OIDCAccessTokenMapper, UserInfoTokenMapper {
  static final String ID = "sluice-cognito-claims";

  /**
   * Runs after all of Keycloak's own mappers, because it removes the audience that one of them
   * adds.
   */
  private static final int LAST = 100;

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Cognito's claims";
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "Adds the claims that applications read from Amazon Cognito's tokens";
  }

  @Override
  public int getPriority() {
    return LAST;
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return ClaimSettings.properties(CognitoClaimsMapper.class);
  }

  @Override
  public void validateConfig(
      KeycloakSession session,
      RealmModel realm,
      ProtocolMapperContainerModel container,
      ProtocolMapperModel mapper)
      throws ProtocolMapperConfigException {
    try {
      ClaimSettings.of(mapper);
    } catch (WireException | IllegalArgumentException e) {
      throw new ProtocolMapperConfigException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public IDToken transformIDToken(
      IDToken token,
      ProtocolMapperModel mapper,
      KeycloakSession session,
      UserSessionModel userSession,
      ClientSessionContext context) {
    if (OIDCAttributeMapperHelper.includeInIDToken(mapper)) {
      new TokenClaims(session, userSession, context, ClaimSettings.of(mapper)).addTo(token);
    }
    return token;
  }

  @Override
  public AccessToken transformUserInfoToken(
      AccessToken token,
      ProtocolMapperModel mapper,
      KeycloakSession session,
      UserSessionModel userSession,
      ClientSessionContext context) {
    if (OIDCAttributeMapperHelper.includeInUserInfo(mapper)) {
      new TokenClaims(session, userSession, context, ClaimSettings.of(mapper)).addToUserInfo(token);
    }
    return token;
  }

  /** Called only for access tokens: the other tokens are overridden above. */
  @Override
  protected void setClaim(
      IDToken token,
      ProtocolMapperModel mapper,
      UserSessionModel userSession,
      KeycloakSession session,
      ClientSessionContext context) {
    new TokenClaims(session, userSession, context, ClaimSettings.of(mapper)).addToAccess(token);
  }
}
