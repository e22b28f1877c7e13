package dev.sluice.rehearsal.pool.signin;

import static dev.sluice.rehearsal.pool.call.Answer.JSON;

import dev.sluice.rehearsal.pool.call.AppClient;
import dev.sluice.rehearsal.pool.call.PoolIdentity;
import dev.sluice.rehearsal.pool.call.Seal;
import dev.sluice.rehearsal.user.LinkedIdentity;
import dev.sluice.rehearsal.user.MadeUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Issues tokens with Cognito's claims, signed with HS256, and knows which are revoked. */
public final class Tokens {

  private static final int LIFETIME_SECONDS = 3600;

  private final String issuer;
  private final Seal seal;
  private final InstantSource clock;
  private final AtomicLong issued = new AtomicLong();

  /** One bit a login, so that a long rehearsal does not fill the memory. */
  private final BitSet revoked = new BitSet();

  public Tokens(PoolIdentity pool, Seal seal, InstantSource clock) {
    this.issuer = "https://cognito-idp." + pool.region() + ".amazonaws.com/" + pool.id();
    this.seal = seal;
    this.clock = clock;
  }

  /** Returns how many refresh tokens are out and not revoked. */
  public long live() {
    synchronized (revoked) {
      return issued.get() - revoked.cardinality();
    }
  }

  ObjectNode issue(AppClient client, MadeUser user) {
    long serial = issued.incrementAndGet();
    ObjectNode result = renewed(client, user, serial);
    result.put("RefreshToken", refreshToken(client.id(), user.index(), serial));
    return result;
  }

  ObjectNode renewed(AppClient client, MadeUser user, long serial) {
    ObjectNode result = JSON.createObjectNode();
    result.put("AccessToken", jwt(accessClaims(client, user, serial)));
    result.put("IdToken", jwt(idClaims(client, user, serial)));
    result.put("ExpiresIn", LIFETIME_SECONDS);
    result.put("TokenType", "Bearer");
    return result;
  }

  /** Revokes the token; repeating it does no harm. */
  void revoke(Refresh token) {
    synchronized (revoked) {
      revoked.set(Math.toIntExact(token.serial()));
    }
  }

  boolean isRevoked(Refresh token) {
    synchronized (revoked) {
      return revoked.get(Math.toIntExact(token.serial()));
    }
  }

  /** Returns what a refresh token says; empty when this pool did not issue it. */
  Optional<Refresh> read(String refreshToken) {
    List<String> parts = List.of(refreshToken.split("\\.", -1));
    if (parts.size() != 4) {
      return Optional.empty();
    }
    try {
      long index = Long.parseLong(parts.get(1));
      long serial = Long.parseLong(parts.get(2));
      return refreshToken(parts.getFirst(), index, serial).equals(refreshToken)
          ? Optional.of(new Refresh(parts.getFirst(), index, serial))
          : Optional.empty();
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  private String refreshToken(String clientId, long index, long serial) {
    String text = clientId + "." + index + "." + serial;
    return text + "." + base64(seal.of("refresh " + text));
  }

  private ObjectNode idClaims(AppClient client, MadeUser user, long serial) {
    ObjectNode claims = claims(user, "id", serial);
    claims.put("aud", client.id());
    claims.put("cognito:username", user.username());
    user.attributes()
        .forEach((name, value) -> {
          if (name.endsWith("_verified")) {
            claims.put(name, MadeUser.isTrue(value));
          } else if (!name.equals("identities")) {
            claims.put(name, value);
          }
        });
    if (!user.identities().isEmpty()) {
      ArrayNode identities = claims.putArray("identities");
      user.identities().forEach(identity -> addIdentity(identities, identity));
    }
    return claims;
  }

  /**
   * Adds an identity; in ID tokens {@code primary} and {@code dateCreated} are strings (guide, "the
   * ID token").
   */
  private static void addIdentity(ArrayNode identities, LinkedIdentity identity) {
    identities
        .addObject()
        .put("userId", identity.userId())
        .put("providerName", identity.provider().providerName())
        .put("providerType", identity.provider().type())
        .put("issuer", identity.issuer())
        .put("primary", String.valueOf(identity.primary()))
        .put("dateCreated", String.valueOf(identity.created().toEpochMilli()));
  }

  private ObjectNode accessClaims(AppClient client, MadeUser user, long serial) {
    ObjectNode claims = claims(user, "access", serial);
    claims.put("client_id", client.id());
    claims.put("username", user.username());
    claims.put("scope", "aws.cognito.signin.user.admin");
    return claims;
  }

  private ObjectNode claims(MadeUser user, String use, long serial) {
    Instant now = clock.instant();
    ObjectNode claims = JSON.createObjectNode();
    claims.put("sub", user.sub());
    if (!user.groups().isEmpty()) {
      ArrayNode groups = claims.putArray("cognito:groups");
      user.groups().forEach(groups::add);
    }
    claims.put("iss", issuer);
    claims.put("token_use", use);
    claims.put("auth_time", now.getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.getEpochSecond() + LIFETIME_SECONDS);
    claims.put("origin_jti", id("origin " + serial));
    claims.put("event_id", id("event " + serial));
    claims.put("jti", id(use + " " + serial));
    return claims;
  }

  private String jwt(ObjectNode claims) {
    String text =
        base64("{\"kid\":\"rehearsal\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(JSON.writeValueAsBytes(claims));
    return text + "." + base64(seal.of(text));
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  record Refresh(String clientId, long user, long serial) {}
}
