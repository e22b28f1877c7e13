// Signs in with AWS's own client by SRP: one JSON object in, one out that says how it ended.
const fs = require('fs');
const {
  AuthenticationDetails, CognitoUser, CognitoUserPool,
} = require('amazon-cognito-identity-js');

const input = JSON.parse(fs.readFileSync(0, 'utf8'));
const memory = new Map();
const storage = {
  setItem: (key, value) => memory.set(key, value),
  getItem: key => memory.get(key),
  removeItem: key => memory.delete(key),
  clear: () => memory.clear(),
};
const pool = new CognitoUserPool({
  UserPoolId: input.userPoolId, ClientId: input.clientId, endpoint: input.endpoint, Storage: storage,
});
const user = new CognitoUser({ Username: input.login, Pool: pool, Storage: storage });
const details = new AuthenticationDetails({ Username: input.login, Password: input.password });
const tell = what => console.log(JSON.stringify(what));
const code = async challenge => {
  const page = `${input.endpoint}/rehearsal/codes?login=${encodeURIComponent(input.login)}`;
  const { codes } = await (await fetch(page)).json();
  return codes.find(one => one.challenge === challenge).code;
};
const ending = {
  onSuccess: session => tell({ outcome: 'tokens', ...session.getIdToken().decodePayload() }),
  onFailure: error => tell({ outcome: error.code, message: error.message }),
  newPasswordRequired: () => user.completeNewPasswordChallenge(input.newPassword, {}, ending),
  mfaRequired: async () => user.sendMFACode(await code('SMS_MFA'), ending, 'SMS_MFA'),
  totpRequired: async () =>
    user.sendMFACode(await code('SOFTWARE_TOKEN_MFA'), ending, 'SOFTWARE_TOKEN_MFA'),
  selectMFAType: () => user.sendMFASelectionAnswer('SMS_MFA', ending),
};
user.authenticateUser(details, ending);
