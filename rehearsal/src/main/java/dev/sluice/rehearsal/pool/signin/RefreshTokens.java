package dev.sluice.rehearsal.pool.signin;

import static dev.sluice.rehearsal.quota.QuotaCategory.USER_TOKEN;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.user.MadeUser;
import java.util.List;

/** Handles refresh tokens and RevokeToken. */
public final class RefreshTokens {

  private final PoolIdentity pool;
  private final Directory directory;
  private final Tokens tokens;

  public RefreshTokens(PoolIdentity pool, Directory directory, Tokens tokens) {
    this.pool = pool;
    this.directory = directory;
    this.tokens = tokens;
  }

  public List<Operation> operations() {
    return List.of(Operation.unsigned("RevokeToken", USER_TOKEN, this::revoke));
  }

  Answer renew(AppClient client, Call call) {
    SignInRules.requireAllowed(
        client, "REFRESH_TOKEN_AUTH", "Auth flow not enabled for this client");
    Tokens.Refresh token =
        tokens
            .read(SignInRules.parameter(call.texts("AuthParameters"), "REFRESH_TOKEN"))
            .filter(read -> read.clientId().equals(client.id()))
            .orElseThrow(() -> CognitoError.notAuthorized("Invalid Refresh Token"));
    if (tokens.isRevoked(token)) {
      throw CognitoError.notAuthorized("Refresh Token has been revoked");
    }
    MadeUser user = directory.at(token.user()).orElseThrow(SignInRules::wrong);
    SignInRules.refuseDisabled(user);
    return Challenges.result(tokens.renewed(client, user, token.serial()));
  }

  private Answer revoke(Call call) {
    AppClient client = pool.client(call.text("ClientId"));
    if (!client.secret().equals(call.optional("ClientSecret"))) {
      throw CognitoError.of("UnauthorizedException", "Invalid client secret.");
    }
    Tokens.Refresh token =
        tokens
            .read(call.text("Token"))
            .orElseThrow(() ->
                CognitoError.of(
                    "UnsupportedTokenTypeException", "Only refresh tokens can be revoked."));
    if (!token.clientId().equals(client.id())) {
      throw CognitoError.of("UnauthorizedException", "The token belongs to another client.");
    }
    tokens.revoke(token);
    return Answer.DONE;
  }
}
