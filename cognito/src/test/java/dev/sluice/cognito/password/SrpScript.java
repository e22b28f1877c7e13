package dev.sluice.cognito.password;

/** What a pool answers to the first half of an SRP sign-in, with made-up numbers. */
final class SrpScript {
  static final String OFFER =
      """
      {"ChallengeName":"PASSWORD_VERIFIER","ChallengeParameters":{"SALT":"8c0ffee1d",
       "SECRET_BLOCK":"YmxvY2sgb2YgdGhlIHNjcmlwdA==","SRP_B":"%s",
       "USERNAME":"the-username","USER_ID_FOR_SRP":"the-username"}}
      """
          .formatted("b5".repeat(380));

  private SrpScript() {}
}
