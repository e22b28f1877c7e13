package dev.sluice.rehearsal.pool;

import static dev.sluice.rehearsal.quota.QuotaCategory.CHALLENGE_RESPONSE;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_AUTHENTICATION;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_TOKEN;

import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import dev.sluice.rehearsal.user.UserKind;
import dev.sluice.rehearsal.user.UserStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** InitiateAuth, AdminInitiateAuth and RevokeToken. */
final class SignIn {

  private final PoolIdentity pool;
  private final Directory directory;
  private final Lockouts lockouts;
  private final Tokens tokens;
  private final InstantSource clock;

  SignIn(PoolIdentity pool, Directory directory, Tokens tokens, InstantSource clock) {
    this.pool = pool;
    this.directory = directory;
    this.lockouts = new Lockouts(clock);
    this.tokens = tokens;
    this.clock = clock;
  }

  List<Operation> operations() {
    return List.of(
        Operation.unsigned("InitiateAuth", USER_AUTHENTICATION, this::initiateAuth),
        Operation.signed("AdminInitiateAuth", USER_AUTHENTICATION, this::adminInitiateAuth),
        Operation.unsigned("RespondToAuthChallenge", CHALLENGE_RESPONSE, SignIn::notSupported),
        Operation.signed("AdminRespondToAuthChallenge", CHALLENGE_RESPONSE, SignIn::notSupported),
        Operation.unsigned("RevokeToken", USER_TOKEN, this::revokeToken));
  }

  private static Answer notSupported(Call call) {
    throw CognitoError.invalidParameter(
        call.operation() + " is not supported by the rehearsal pool: challenges end there.");
  }

  private Answer initiateAuth(Call call) {
    AppClient client = pool.client(call.text("ClientId"));
    String flow = call.text("AuthFlow");
    return switch (flow) {
      case "USER_PASSWORD_AUTH" -> {
        requireAllowed(client, flow, flow + " flow not enabled for this client");
        yield byPassword(client, call);
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> byRefreshToken(client, call);
      default -> throw unsupportedFlow(client, flow);
    };
  }

  private Answer adminInitiateAuth(Call call) {
    pool.check(call);
    AppClient client = pool.client(call.text("ClientId"));
    String flow = call.text("AuthFlow");
    return switch (flow) {
      case "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH" -> {
        requireAllowed(client, "ADMIN_USER_PASSWORD_AUTH", "Auth flow not enabled for this client");
        yield byPassword(client, call);
      }
      case "USER_PASSWORD_AUTH" -> {
        requireAllowed(client, flow, "Auth flow not enabled for this client");
        yield byPassword(client, call);
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> byRefreshToken(client, call);
      default -> throw unsupportedFlow(client, flow);
    };
  }

  private static void requireAllowed(AppClient client, String flow, String refusal) {
    if (!client.allows(flow)) {
      throw CognitoError.invalidParameter(refusal);
    }
  }

  private static CognitoError unsupportedFlow(AppClient client, String flow) {
    return CognitoError.invalidParameter(
        client.allows(flow)
            ? flow + " is not supported by the rehearsal pool."
            : flow + " flow not enabled for this client");
  }

  private Answer byPassword(AppClient client, Call call) {
    Map<String, String> parameters = call.texts("AuthParameters");
    String username = parameter(parameters, "USERNAME");
    String password = parameter(parameters, "PASSWORD");
    checkSecretHash(client, username, parameters);
    Optional<MadeUser> found = directory.resolve(username);
    if (found.isEmpty() && !client.hidesUsers()) {
      throw CognitoError.noSuchUser();
    }
    MadeUser user = found.orElseThrow(SignIn::wrong);
    refuseAnyPassword(client, user);
    if (!user.password().equals(password)) {
      lockouts.failed(user.index());
      throw wrong();
    }
    lockouts.succeeded(user.index());
    return proven(client, user);
  }

  private static String parameter(Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null || value.isEmpty()) {
      throw CognitoError.invalidParameter("Missing required parameter " + name);
    }
    return value;
  }

  private static void checkSecretHash(
      AppClient client, String username, Map<String, String> parameters) {
    if (!client.accepts(username, parameters.get("SECRET_HASH"))) {
      throw CognitoError.notAuthorized("Unable to verify secret hash for client " + client.id());
    }
  }

  /** The answers that say nothing about the password, as they come before it is looked at. */
  private void refuseAnyPassword(AppClient client, MadeUser user) {
    if (lockouts.isLocked(user.index())) {
      throw CognitoError.notAuthorized("Password attempts exceeded");
    }
    if (user.isFederated()) {
      throw wrong();
    }
    if (!user.enabled()) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
    if (user.status() == UserStatus.UNCONFIRMED) {
      throw CognitoError.of("UserNotConfirmedException", "User is not confirmed.");
    }
    if (user.status() == UserStatus.RESET_REQUIRED) {
      throw user.kind() == UserKind.IMPORTED && client.hidesUsers()
          ? wrong()
          : CognitoError.of(
              "PasswordResetRequiredException", "Password reset required for the user");
    }
    if (user.passwordExpires() != null && clock.instant().isAfter(user.passwordExpires())) {
      throw CognitoError.notAuthorized(
          "Temporary password has expired and must be reset by an administrator.");
    }
  }

  private Answer proven(AppClient client, MadeUser user) {
    if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
      return Challenges.newPassword(user);
    }
    if (user.mfa() != MfaKind.NONE) {
      return Challenges.secondFactor(user);
    }
    return result(tokens.issue(client, user));
  }

  private Answer byRefreshToken(AppClient client, Call call) {
    requireAllowed(client, "REFRESH_TOKEN_AUTH", "Auth flow not enabled for this client");
    Tokens.Refresh token =
        tokens
            .read(parameter(call.texts("AuthParameters"), "REFRESH_TOKEN"))
            .filter(read -> read.clientId().equals(client.id()))
            .orElseThrow(() -> CognitoError.notAuthorized("Invalid Refresh Token"));
    if (tokens.isRevoked(token)) {
      throw CognitoError.notAuthorized("Refresh Token has been revoked");
    }
    MadeUser user = directory.at(token.user()).orElseThrow(SignIn::wrong);
    if (!user.enabled()) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
    return result(tokens.renewed(client, user, token.serial()));
  }

  private Answer revokeToken(Call call) {
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

  private static Answer result(ObjectNode tokens) {
    ObjectNode answer = Answer.JSON.createObjectNode();
    answer.set("AuthenticationResult", tokens);
    answer.set("ChallengeParameters", Answer.JSON.createObjectNode());
    return Answer.of(answer);
  }

  private static CognitoError wrong() {
    return CognitoError.notAuthorized("Incorrect username or password.");
  }
}
