package dev.sluice.rehearsal.pool.signin;

import static dev.sluice.rehearsal.pool.signin.SignInRules.parameter;
import static dev.sluice.rehearsal.quota.QuotaCategory.CHALLENGE_RESPONSE;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.Call;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.Directory;
import dev.sluice.rehearsal.pool.call.Operation;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.pool.user.UserAdministration;
import dev.sluice.rehearsal.user.MadeUser;
import dev.sluice.rehearsal.user.MfaKind;
import dev.sluice.rehearsal.user.UserStatus;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * RespondToAuthChallenge and AdminRespondToAuthChallenge. A session outlives wrong codes, and ends
 * with the right one.
 */
public final class ChallengeAnswers {

  private final PoolIdentity pool;
  private final Directory directory;
  private final SignInRules rules;
  private final SrpSignIn srp;
  private final Challenges challenges;
  private final SecondFactors factors;
  private final InstantSource clock;

  public ChallengeAnswers(
      PoolIdentity pool,
      Directory directory,
      SignInRules rules,
      SrpSignIn srp,
      Challenges challenges,
      SecondFactors factors,
      InstantSource clock) {
    this.pool = pool;
    this.directory = directory;
    this.rules = rules;
    this.srp = srp;
    this.challenges = challenges;
    this.factors = factors;
    this.clock = clock;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.unsigned("RespondToAuthChallenge", CHALLENGE_RESPONSE, this::respond),
        Operation.signed(
            "AdminRespondToAuthChallenge",
            CHALLENGE_RESPONSE,
            call -> {
              pool.check(call);
              return respond(call);
            }));
  }

  private Answer respond(Call call) {
    AppClient client = pool.client(call.text("ClientId"));
    Map<String, String> responses = call.texts("ChallengeResponses");
    String challenge = call.text("ChallengeName");
    return switch (challenge) {
      case "PASSWORD_VERIFIER" -> srp.verify(client, username(client, responses), responses);
      case "SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA" -> {
        String name = sessionName(call);
        Session session = session(client, challenge, name, username(client, responses));
        yield code(client, session, name, parameter(responses, challenge + "_CODE"));
      }
      case "SELECT_MFA_TYPE" -> {
        String name = sessionName(call);
        Session session = session(client, challenge, name, username(client, responses));
        yield select(client, session, name, parameter(responses, "ANSWER"));
      }
      case "NEW_PASSWORD_REQUIRED" -> {
        String name = sessionName(call);
        Session session = session(client, challenge, name, username(client, responses));
        yield newPassword(client, session, name, parameter(responses, "NEW_PASSWORD"));
      }
      default ->
          throw CognitoError.invalidParameter(
              challenge + " is not supported by the rehearsal pool: it ends there.");
    };
  }

  private static String username(AppClient client, Map<String, String> responses) {
    String username = parameter(responses, "USERNAME");
    SignInRules.checkSecretHash(client, username, responses);
    return username;
  }

  private static String sessionName(Call call) {
    return call.optional("Session")
        .orElseThrow(() -> CognitoError.invalidParameter("Missing required parameter Session"));
  }

  private Session session(AppClient client, String challenge, String name, String username) {
    Session session =
        challenges.sessions().find(name).orElseThrow(() -> challenges.sessions().refused(name));
    boolean theirs =
        session.clientId().equals(client.id())
            && session.challenge().equals(challenge)
            && directory.resolve(username).filter(u -> u.index() == session.user()).isPresent();
    if (!theirs) {
      throw CognitoError.notAuthorized("Invalid session for the user.");
    }
    return session;
  }

  private Answer code(AppClient client, Session session, String name, String code) {
    MadeUser user = user(session);
    factors.check(user, session, code);
    end(name);
    return challenges.signedIn(client, user);
  }

  private Answer select(AppClient client, Session session, String name, String answer) {
    MadeUser user = user(session);
    MfaKind chosen =
        Arrays.stream(MfaKind.values())
            .filter(kind -> user.mfa().settings().contains(answer))
            .filter(kind -> kind.challenge().equals(answer))
            .findFirst()
            .orElseThrow(
                () -> CognitoError.invalidParameter(answer + " is none of MFAS_CAN_CHOOSE."));
    end(name);
    return challenges.secondFactor(client, user, chosen);
  }

  private Answer newPassword(AppClient client, Session session, String name, String password) {
    UserAdministration.requireGood(password);
    MadeUser user = user(session);
    end(name);
    directory.change(
        user.index(),
        now -> now.withPassword(password, null, UserStatus.CONFIRMED, clock.instant()));
    return challenges.afterPassword(client, user(session));
  }

  private MadeUser user(Session session) {
    MadeUser user = directory.at(session.user()).orElseThrow(CognitoError::noSuchUser);
    SignInRules.refuseDisabled(user);
    rules.refuseLocked(user);
    return user;
  }

  private void end(String name) {
    if (!challenges.sessions().use(name)) {
      throw challenges.sessions().refused(name);
    }
  }
}
