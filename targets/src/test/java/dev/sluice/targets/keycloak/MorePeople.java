package dev.sluice.targets.keycloak;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a realm has that Sluice did not bring: its owner's own user, clients and provider. */
public final class MorePeople {
  private MorePeople() {}

  /** For Keycloak's partial import. */
  public static JsonNode json(String userId) {
    return JsonMapper.shared()
        .readTree(
            """
            {"ifResourceExists":"FAIL",
             "clients":[
              {"clientId":"backend","secret":"made-up-secret","publicClient":false,
               "serviceAccountsEnabled":true,"authorizationServicesEnabled":true}],
             "identityProviders":[
              {"alias":"partner","providerId":"oidc","config":{"clientId":"made-up",
               "clientSecret":"made-up-idp-secret","authorizationUrl":"https://partner.example/a",
               "tokenUrl":"https://partner.example/t"}}],
             "users":[
              {"username":"service-account-backend","enabled":true,
               "serviceAccountClientId":"backend",
               "clientRoles":{"realm-management":["realm-admin"]}},
              {"id":"%s","username":"own","enabled":false,"emailVerified":true,
               "email":"own@example.org","createdTimestamp":1500000000123,
               "attributes":{"long":["%s","short"]},
               "requiredActions":["CONFIGURE_TOTP","VERIFY_EMAIL"],
               "realmRoles":["default-roles-kept","offline_access"],
               "clientRoles":{"account":["view-profile"]},
               "clientConsents":[{"clientId":"app","grantedClientScopes":["email"]}],
               "notBefore":1600000000,
               "federatedIdentities":[
                {"identityProvider":"partner","userId":"p-1","userName":"own at partner"},
                {"identityProvider":"not-in-this-realm","userId":"n-1","userName":"own"}],
               "credentials":[
                {"type":"password","userLabel":"mine","createdDate":1600000000000,
                 "secretData":"{\\"value\\":\\"bWFkZS11cA==\\",\\"salt\\":\\"c2FsdA==\\"}",
                 "credentialData":"{\\"hashIterations\\":27500,\\"algorithm\\":\\"pbkdf2-sha256\\"}"},
                {"type":"otp","userLabel":"phone","createdDate":1600000000001,
                 "secretData":"{\\"value\\":\\"made-up-otp-secret\\"}",
                 "credentialData":"{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}
               ]}]}
            """
                .formatted(userId, "x".repeat(400)));
  }
}
