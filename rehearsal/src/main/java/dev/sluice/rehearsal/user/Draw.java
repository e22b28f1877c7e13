package dev.sluice.rehearsal.user;

/** Numbers that look random but are always the same for the same seed, user and topic. */
record Draw(long seed, long index) {

  /** What a number is drawn for, so that two facts about one user are independent. */
  enum Topic {
    GIVEN_NAME,
    FAMILY_NAME,
    SCRIPT,
    DOMAIN,
    HAS_PHONE,
    CREATED,
    MODIFIED,
    LOCALE,
    PLAN,
    SCORE,
    PASSWORD,
    PROVIDER,
    HOSTILE,
    HOSTILE_SHARE,
    HOSTILE_THEME,
    HOSTILE_KIND,
    SUB_DIGIT,
    SUB_ROUND,
    SUB_CHECK,
    ROTATION,
    SHUFFLE
  }

  long bits(Topic topic) {
    return mix(mix(seed + topic.name().hashCode() * 0x9E3779B97F4A7C15L) ^ index);
  }

  /** Returns a number from 0 to below the bound. */
  int below(int bound, Topic topic) {
    return (int) Math.floorMod(bits(topic), (long) bound);
  }

  String oneOf(String[] choices, Topic topic) {
    return choices[below(choices.length, topic)];
  }

  /** Applies the finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
