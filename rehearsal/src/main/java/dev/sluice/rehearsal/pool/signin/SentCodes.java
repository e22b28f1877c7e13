package dev.sluice.rehearsal.pool.signin;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages that a real pool would have sent; the newest 10,000 are kept. */
final class SentCodes {

  private static final int MOST = 10_000;
  private static final int BOUND = 10;

  private final SecureRandom random = new SecureRandom();
  private final Map<Key, SentCode> newest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SentCode> eldest) {
          return size() > MOST;
        }
      };

  private record Key(long user, String challenge) {}

  /** Makes up a code and "sends" it. */
  synchronized String send(long user, String challenge, String destination, int digits) {
    StringBuilder code = new StringBuilder();
    while (code.length() < digits) {
      code.append(random.nextInt(BOUND));
    }
    Key key = new Key(user, challenge);
    newest.remove(key);
    newest.put(key, new SentCode(challenge, destination, code.toString()));
    return code.toString();
  }

  /** Returns the last code of each kind that this user was sent. */
  synchronized List<SentCode> to(long user) {
    return newest.entrySet().stream()
        .filter(sent -> sent.getKey().user() == user)
        .map(Map.Entry::getValue)
        .toList();
  }
}
