package dev.sluice.migration.ledger.jdbc.run;

import dev.sluice.api.ledger.LoginKey;
import dev.sluice.api.user.ExternalIdentity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The key that an account at another provider is looked up by, within one run: 64 bits of a hash,
 * so what is found must still be compared.
 */
final class AccountKey {
  private AccountKey() {}

  static long of(String run, ExternalIdentity account) {
    MessageDigest hash = LoginKey.sha256();
    for (String part : new String[] {run, account.provider(), account.userId()}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      hash.update(bytes);
    }
    return ByteBuffer.wrap(hash.digest()).getLong();
  }
}
