package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;
import java.util.OptionalLong;

/**
 * Writes a user's number as a {@code sub} and reads it back, so that no index is needed.
 *
 * <p>A sub has the form of newer pools: every second digit of the first eight is fixed for the
 * Region. The four free ones carry the number's lowest 16 bits, so that a prefix picks out the
 * users of an arithmetic progression; then come its upper 32 bits, scrambled, and a check.
 */
public final class Subs {

  private static final int FREE_DIGITS = 4;
  private static final int HEAD = 2 * FREE_DIGITS;
  private static final int LOW_BITS = 4 * FREE_DIGITS;
  private static final int LENGTH = 36;
  private static final int ODD_EVERY = 25;
  private static final char FIRST_BEYOND = 'g';

  private final long seed;
  private final String fixedDigits;
  private final boolean beyondHex;

  Subs(long seed, String region) {
    this(seed, region, false);
  }

  /**
   * @param beyondHex whether some subs begin with a letter from g to v in place of a digit
   */
  Subs(long seed, String region, boolean beyondHex) {
    this.seed = seed;
    this.fixedDigits = fixedDigitsOf(region);
    this.beyondHex = beyondHex;
  }

  /**
   * Returns the fixed digits. The first two are from public samples; other Regions get digits of
   * the same kind.
   */
  private static String fixedDigitsOf(String region) {
    return switch (region) {
      case "us-east-1" -> "4848";
      case "us-west-2" -> "8130";
      default -> "%04x".formatted(new Draw(0, region.hashCode()).below(1 << 16, Topic.SUB_DIGIT));
    };
  }

  /** Returns the sub of the user with this number. */
  public String sub(long index) {
    String sub = inHex(index);
    return beyondHex && index % ODD_EVERY == 0
        ? (char) (FIRST_BEYOND + Character.digit(sub.charAt(0), 16)) + sub.substring(1)
        : sub;
  }

  private String inHex(long index) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int digit = 0; digit < FREE_DIGITS; digit++) {
      text.append(hex(freeDigit(index, digit))).append(fixedDigits.charAt(digit));
    }
    long high = scrambled((int) (index >>> LOW_BITS), index & 0xffff) & 0xffffffffL;
    long check = new Draw(seed, index).bits(Topic.SUB_CHECK);
    String scrambledHigh = hex(high, 8);
    return text.append('-')
        .append(hex(check, 1))
        .append('0')
        .append(hex(check >>> 4, 1))
        .append("1-70")
        .append(hex(check >>> 8, 2))
        .append('-')
        .append(hex(check >>> 16, 4))
        .append('-')
        .append(scrambledHigh)
        .append(hex(check >>> 32, 4))
        .toString();
  }

  /** Returns the number that the sub was made of; empty when this pool never made such a sub. */
  public OptionalLong index(String given) {
    String sub = asHex(given);
    if (sub.length() != LENGTH || !isHex(sub.substring(0, HEAD)) || !isHex(sub.substring(24, 32))) {
      return OptionalLong.empty();
    }
    long low = lowBits(sub, FREE_DIGITS);
    int high = unscrambled((int) Long.parseLong(sub.substring(24, 32), 16), low);
    long index = ((high & 0xffffffffL) << LOW_BITS) | low;
    return sub(index).equals(given) ? OptionalLong.of(index) : OptionalLong.empty();
  }

  /**
   * Returns the users below the count whose subs may start with the prefix; exactly those for a
   * prefix of one digit.
   */
  Progression startingWith(String given, long count) {
    String prefix = asHex(given);
    int fixed = prefix.length() / 2;
    for (int digit = 0; digit < Math.min(FREE_DIGITS, fixed); digit++) {
      if (prefix.charAt(2 * digit + 1) != fixedDigits.charAt(digit)) {
        return Progression.EMPTY;
      }
    }
    int free = Math.min(FREE_DIGITS, (prefix.length() + 1) / 2);
    if (!isHex(prefix.substring(0, Math.min(HEAD, prefix.length())))) {
      return Progression.EMPTY;
    }
    return Progression.below(count, lowBits(prefix, free), 1L << (4 * free), seed);
  }

  /** Returns the text with a digit in place of the letter that stands for one. */
  private static String asHex(String text) {
    int beyond = text.isEmpty() ? -1 : text.charAt(0) - FIRST_BEYOND;
    return beyond < 0 || beyond > 0xf ? text : hex(beyond) + text.substring(1);
  }

  private long lowBits(String sub, int digits) {
    long low = 0;
    for (int digit = 0; digit < digits; digit++) {
      long value = Character.digit(sub.charAt(2 * digit), 16) ^ mask(low, digit);
      low |= value << (4 * digit);
    }
    return low;
  }

  private long freeDigit(long index, int digit) {
    long below = index & ((1L << (4 * digit)) - 1);
    return ((index >>> (4 * digit)) & 0xf) ^ mask(below, digit);
  }

  private long mask(long below, int digit) {
    return new Draw(seed + digit, below).bits(Topic.SUB_DIGIT) & 0xf;
  }

  private int scrambled(int value, long tweak) {
    int left = value >>> 16;
    int right = value & 0xffff;
    for (int round = 0; round < 4; round++) {
      int next = left ^ round(round, right, tweak);
      left = right;
      right = next;
    }
    return (left << 16) | right;
  }

  private int unscrambled(int value, long tweak) {
    int left = value >>> 16;
    int right = value & 0xffff;
    for (int round = 3; round >= 0; round--) {
      int previous = right ^ round(round, left, tweak);
      right = left;
      left = previous;
    }
    return (left << 16) | right;
  }

  private int round(int round, int half, long tweak) {
    return (int) new Draw(seed + round, ((long) half << 16) | tweak).bits(Topic.SUB_ROUND) & 0xffff;
  }

  private static boolean isHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static char hex(long digit) {
    return Character.forDigit((int) digit & 0xf, 16);
  }

  private static String hex(long bits, int digits) {
    char[] text = new char[digits];
    for (int at = 0; at < digits; at++) {
      text[digits - 1 - at] = hex(bits >>> (4 * at));
    }
    return new String(text);
  }
}
