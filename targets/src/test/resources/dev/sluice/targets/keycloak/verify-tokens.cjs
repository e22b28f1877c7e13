// Reads {issuer, jwks, tokens: [{token, use, clientId, group}]}, prints what AWS's library says of each.
const { JwtVerifier } = require("aws-jwt-verify");
const { validateCognitoJwtFields } = require("aws-jwt-verify/cognito-verifier");

const { issuer, jwks, tokens } = JSON.parse(require("fs").readFileSync(0, "utf8"));

function verified({ token, use, clientId, group }) {
  const verifier = JwtVerifier.create({
    issuer,
    audience: use === "id" ? clientId : null,
    jwksUri: issuer + "/protocol/openid-connect/certs",
    // All that a CognitoJwtVerifier looks at besides the issuer, which it derives from a pool's id.
    customJwtCheck: ({ payload }) =>
      validateCognitoJwtFields(payload, { tokenUse: use, clientId, groups: group }),
  });
  verifier.cacheJwks(jwks);
  try {
    return { sub: verifier.verifySync(token).sub };
  } catch (refused) {
    return { refused: refused.constructor.name };
  }
}

console.log(JSON.stringify(tokens.map(verified)));
