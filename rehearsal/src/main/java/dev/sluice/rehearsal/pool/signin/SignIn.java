package dev.sluice.rehearsal.pool.signin;

import static dev.sluice.rehearsal.pool.signin.SignInRules.parameter;
import static dev.sluice.rehearsal.pool.signin.SignInRules.requireAllowed;
import static dev.sluice.rehearsal.quota.QuotaCategory.USER_AUTHENTICATION;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.user.MadeUser;
import java.util.List;
import java.util.Map;

/** InitiateAuth and AdminInitiateAuth. */
public final class SignIn {

  private static final String NOT_ENABLED = "Auth flow not enabled for this client";

  private final PoolIdentity pool;
  private final SignInRules rules;
  private final SrpSignIn srp;
  private final Challenges challenges;
  private final RefreshTokens refresh;

  public SignIn(
      PoolIdentity pool,
      SignInRules rules,
      SrpSignIn srp,
      Challenges challenges,
      RefreshTokens refresh) {
    this.pool = pool;
    this.rules = rules;
    this.srp = srp;
    this.challenges = challenges;
    this.refresh = refresh;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.unsigned("InitiateAuth", USER_AUTHENTICATION, this::initiateAuth),
        Operation.signed("AdminInitiateAuth", USER_AUTHENTICATION, this::adminInitiateAuth));
  }

  private Answer initiateAuth(Call call) {
    AppClient client = pool.client(call.text("ClientId"));
    String flow = call.text("AuthFlow");
    return switch (flow) {
      case "USER_PASSWORD_AUTH" -> {
        requireAllowed(client, flow, flow + " flow not enabled for this client");
        yield byPassword(client, call);
      }
      case "USER_SRP_AUTH" -> {
        requireAllowed(client, flow, flow + " is not enabled for the client.");
        yield srp.begin(client, call.texts("AuthParameters"));
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> refresh.renew(client, call);
      default -> throw unsupportedFlow(client, flow);
    };
  }

  private Answer adminInitiateAuth(Call call) {
    pool.check(call);
    AppClient client = pool.client(call.text("ClientId"));
    String flow = call.text("AuthFlow");
    return switch (flow) {
      case "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH" -> {
        requireAllowed(client, "ADMIN_USER_PASSWORD_AUTH", NOT_ENABLED);
        yield byPassword(client, call);
      }
      case "USER_PASSWORD_AUTH" -> {
        requireAllowed(client, flow, NOT_ENABLED);
        yield byPassword(client, call);
      }
      case "USER_SRP_AUTH" -> {
        requireAllowed(client, flow, NOT_ENABLED);
        yield srp.begin(client, call.texts("AuthParameters"));
      }
      case "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN" -> refresh.renew(client, call);
      default -> throw unsupportedFlow(client, flow);
    };
  }

  private static CognitoError unsupportedFlow(AppClient client, String flow) {
    return CognitoError.invalidParameter(
        client.allows(flow)
            ? flow + " is not supported by the rehearsal pool."
            : flow + " flow not enabled for this client");
  }

  private Answer byPassword(AppClient client, Call call) {
    Map<String, String> parameters = call.texts("AuthParameters");
    String username = SignInRules.username(parameters);
    String password = parameter(parameters, "PASSWORD");
    SignInRules.checkSecretHash(client, username, parameters);
    MadeUser user = rules.find(client, username).orElseThrow(SignInRules::wrong);
    rules.refuseAnyPassword(client, user);
    if (!user.password().equals(password)) {
      throw rules.wrongPassword(user);
    }
    return challenges.afterPassword(client, user);
  }
}
