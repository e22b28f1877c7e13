package dev.sluice.api.user;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A user's state at the source in 64 bits, so that a later scan can see whether anything has
 * changed: 63 bits of SHA-256 over all that is mapped, and one bit for "enabled". The chance that a
 * change goes unseen is one in 9 × 10^18.
 *
 * <p>The times of creation and modification at the source are not part of it: Cognito touches the
 * modification date on occasions that change nothing else.
 */
public record Fingerprint(long value) {
  private static final Comparator<ExternalIdentity> IN_ORDER =
      Comparator.comparing(ExternalIdentity::provider).thenComparing(ExternalIdentity::userId);

  /** Returns the fingerprint of a user whose groups are known. */
  public static Fingerprint of(UserRecord user) {
    byte[] hash = sha256().digest(bytes(user));
    long bits = ByteBuffer.wrap(hash).getLong();
    return new Fingerprint(user.enabled() ? bits | 1 : bits & ~1L);
  }

  /** Returns whether the user was enabled. */
  public boolean enabled() {
    return (value & 1) == 1;
  }

  private static byte[] bytes(UserRecord user) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      tell(out, user.username());
      tell(out, user.status().name());
      tell(out, user.attributes().size());
      for (var attribute : new TreeMap<>(user.attributes()).entrySet()) {
        tell(out, attribute.getKey());
        tell(out, attribute.getValue());
      }
      tell(out, user.identities());
      tell(out, user.groups().size());
      for (String group : user.groups().stream().sorted().toList()) {
        tell(out, group);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void tell(DataOutputStream out, List<ExternalIdentity> identities)
      throws IOException {
    tell(out, identities.size());
    for (ExternalIdentity identity : identities.stream().sorted(IN_ORDER).toList()) {
      tell(out, identity.provider());
      tell(out, identity.type());
      tell(out, identity.userId());
      tell(out, identity.issuer());
    }
  }

  /** Writes a text preceded by its length, so that no two users yield the same bytes. */
  private static void tell(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      tell(out, -1);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    tell(out, utf8.length);
    out.write(utf8);
  }

  private static void tell(DataOutputStream out, int number) throws IOException {
    out.writeInt(number);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
