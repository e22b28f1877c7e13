package dev.sluice.app.gateway.login;

import dev.sluice.api.Secret;
import dev.sluice.api.source.Challenge;
import dev.sluice.api.source.SecondFactor;
import dev.sluice.api.user.UserId;
import dev.sluice.migration.login.FactorAsked;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals a challenge in a token that the caller keeps, and opens it again: AES-GCM with a key
 * derived from the gateway's token. Nothing is stored here, so any gateway with the same token can
 * continue. Without that token, the source's session in it cannot be read, changed, or given to
 * another user.
 */
public final class ChallengeSeal {
  /** As long as Cognito's sessions last by default (API reference, AuthSessionValidity). */
  static final Duration LIFETIME = Duration.ofMinutes(3);

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte[] PURPOSE =
      "sluice gateway: second factor of a first login, 1".getBytes(StandardCharsets.UTF_8);
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SecretKey key;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public ChallengeSeal(Secret gatewayToken, InstantSource clock) {
    this.key = key(gatewayToken);
    this.clock = clock;
  }

  /** The contents of a token. */
  private record Sealed(
      long until,
      String user,
      SecondFactor factor,
      String login,
      String session,
      @Nullable String destination,
      List<SecondFactor> choices) {

    static Sealed of(FactorAsked asked, Instant until) {
      Challenge challenge = asked.challenge();
      return new Sealed(
          until.toEpochMilli(),
          asked.user().value(),
          challenge.factor(),
          challenge.login(),
          challenge.session().reveal(),
          challenge.destination(),
          challenge.choices());
    }

    FactorAsked asked() {
      return new FactorAsked(
          new UserId(user),
          new Challenge(factor, login, new Secret(session), destination, choices));
    }
  }

  String seal(FactorAsked asked) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] plain = JSON.writeValueAsBytes(Sealed.of(asked, clock.instant().plus(LIFETIME)));
    try {
      byte[] hidden = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
      byte[] token = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
      System.arraycopy(hidden, 0, token, NONCE_BYTES, hidden.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no " + CIPHER + ".", e);
    }
  }

  /** Opens a token; empty if it was not sealed here, was changed, or is too old. */
  Optional<FactorAsked> open(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES))
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      Sealed sealed = JSON.readValue(plain, Sealed.class);
      return clock.millis() < sealed.until() ? Optional.of(sealed.asked()) : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException | JacksonException notOurs) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static SecretKey key(Secret gatewayToken) {
    try {
      byte[] material = gatewayToken.reveal().getBytes(StandardCharsets.UTF_8);
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES", HKDFParameterSpec.ofExtract().addIKM(material).thenExpand(PURPOSE, KEY_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no HKDF-SHA256.", e);
    }
  }
}
