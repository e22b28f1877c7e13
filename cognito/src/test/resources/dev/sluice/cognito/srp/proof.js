// What AWS's own client computes for given numbers: one JSON object in, one out.
const { Buffer } = require('buffer');
const { createHmac } = require('crypto');
const { AuthenticationHelper } = require('amazon-cognito-identity-js');
const BigInteger = require('amazon-cognito-identity-js/lib/BigInteger').default;

const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const helper = new AuthenticationHelper(input.poolName);
helper.smallAValue = new BigInteger(input.a, 16);
helper.calculateA(helper.smallAValue, (error, value) => {
  helper.largeAValue = value;
});
const number = hex => new BigInteger(hex, 16);
helper.getPasswordAuthenticationKey(
  input.userId, input.password, number(input.serverPublic), number(input.salt),
  (error, key) => {
    // The package has no function of its own for the signature: CognitoUser signs like this.
    const signed = Buffer.concat([
      Buffer.from(input.poolName + input.userId, 'utf8'),
      Buffer.from(input.secretBlock, 'base64'),
      Buffer.from(input.timestamp, 'utf8'),
    ]);
    console.log(JSON.stringify({
      publicValue: helper.largeAValue.toString(16),
      key: Buffer.from(key).toString('hex'),
      signature: createHmac('sha256', Buffer.from(key)).update(signed).digest('base64'),
    }));
  });
