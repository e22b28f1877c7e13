package dev.sluice.rehearsal.pool.signin;

import static dev.sluice.rehearsal.pool.signin.SignInRules.parameter;

import dev.sluice.rehearsal.pool.call.Answer;
import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.CognitoError;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.pool.call.Seal;
import dev.sluice.rehearsal.srp.SrpServer;
import dev.sluice.rehearsal.user.MadeUser;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flow USER_SRP_AUTH and its challenge PASSWORD_VERIFIER. Where the client hides which users
 * exist, an unknown user gets an offer that looks like any other (developer guide, "managing error
 * responses").
 */
public final class SrpSignIn {

  /** A little more than the group's 768 digits. */
  private static final Pattern NUMBER = Pattern.compile("[0-9a-fA-F]{1,1024}");

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(5);
  private static final int SALT_BYTES = 16;

  private final SignInRules rules;
  private final Challenges challenges;
  private final Seal seal;
  private final String poolName;
  private final Pending<Offer> offers;

  /**
   * The real time, because clients take theirs from the answer's Date, which the options' clock is
   * not.
   */
  private final InstantSource now = InstantSource.system();

  private record Offer(String clientId, Optional<MadeUser> user, String userId, SrpServer server) {}

  public SrpSignIn(
      PoolIdentity pool, SignInRules rules, Challenges challenges, Seal seal, InstantSource clock) {
    this.rules = rules;
    this.challenges = challenges;
    this.seal = seal;
    this.poolName = pool.id().substring(pool.id().indexOf('_') + 1);
    this.offers = new Pending<>(clock);
  }

  Answer begin(AppClient client, Map<String, String> parameters) {
    String username = SignInRules.username(parameters);
    BigInteger clientPublic = number(parameter(parameters, "SRP_A"));
    SignInRules.checkSecretHash(client, username, parameters);
    Optional<MadeUser> user = rules.find(client, username);
    String userId = user.map(MadeUser::username).orElseGet(() -> invented(username));
    String password = user.map(MadeUser::password).orElse("");
    BigInteger salt = salt(userId);
    SrpServer server = server(userId, password, salt, clientPublic);
    String block = offers.add(new Offer(client.id(), user, userId, server));
    ObjectNode answer = Answer.JSON.createObjectNode();
    answer.put("SALT", salt.toString(16));
    answer.put("SECRET_BLOCK", block);
    answer.put("SRP_B", server.publicValue().toString(16));
    answer.put("USERNAME", userId);
    answer.put("USER_ID_FOR_SRP", userId);
    return Challenges.answer("PASSWORD_VERIFIER", Optional.empty(), answer);
  }

  /** Answers PASSWORD_VERIFIER; an offer can be answered once. */
  Answer verify(AppClient client, String username, Map<String, String> responses) {
    String block = parameter(responses, "PASSWORD_CLAIM_SECRET_BLOCK");
    byte[] signature = base64(parameter(responses, "PASSWORD_CLAIM_SIGNATURE"));
    String timestamp = parameter(responses, "TIMESTAMP");
    Offer offer =
        offers
            .find(block)
            .filter(found -> found.clientId().equals(client.id()))
            .filter(found -> found.userId().equals(username))
            .orElseThrow(SignInRules::wrong);
    MadeUser user = offer.user().orElseThrow(SignInRules::wrong);
    rules.refuseAnyPassword(client, user);
    boolean proven =
        offers.use(block)
            && isNow(timestamp)
            && offer.server().isProvenBy(signature, base64(block), timestamp);
    if (!proven) {
      throw rules.wrongPassword(user);
    }
    return challenges.afterPassword(client, user);
  }

  private SrpServer server(
      String userId, String password, BigInteger salt, BigInteger clientPublic) {
    try {
      return new SrpServer(poolName, userId, password, salt, clientPublic);
    } catch (IllegalArgumentException unsafe) {
      throw CognitoError.invalidParameter(String.valueOf(unsafe.getMessage()));
    }
  }

  private BigInteger salt(String userId) {
    return new BigInteger(1, Arrays.copyOf(seal.of("salt " + userId), SALT_BYTES));
  }

  private static String invented(String username) {
    return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private boolean isNow(String timestamp) {
    try {
      Instant stated = TIMESTAMP.parse(timestamp, Instant::from);
      return Duration.between(stated, now.instant()).abs().compareTo(CLOCKS_MAY_DIFFER) <= 0;
    } catch (DateTimeParseException notATime) {
      return false;
    }
  }

  private static BigInteger number(String hex) {
    if (!NUMBER.matcher(hex).matches()) {
      throw CognitoError.invalidParameter("SRP_A is not a hexadecimal number of the group.");
    }
    return new BigInteger(hex, 16);
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw SignInRules.wrong();
    }
  }
}
