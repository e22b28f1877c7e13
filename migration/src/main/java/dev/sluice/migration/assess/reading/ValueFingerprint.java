package dev.sluice.migration.assess.reading;

/**
 * The fingerprint of a value that a user has and another may have too.
 *
 * @param fingerprint stands for the value
 * @param federated whether the user is a profile that an identity provider created
 * @param chain the chain of pages in which the user was read, 0 to 65,535
 * @param place where the user is in the {@link Roster}; for a membership, which fact of a segment
 *     it is, see {@link SegmentFingerprints}
 */
record ValueFingerprint(Kind kind, long fingerprint, boolean federated, int chain, long place) {
  static final int PLACE_BITS = 42;
  private static final int CHAIN_BITS = 16;

  /** The kinds of values that are compared. */
  enum Kind {
    EMAIL(0),
    PHONE(1),
    /** The username at the target, which may be an email address or a phone number. */
    USERNAME(2),
    /** An account at another provider that was linked to the user. */
    LINKED(3),
    /** Being in a group; the value is the user's own id. */
    MEMBERSHIP(4),
    /**
     * The facts that segments need of a user; the value is the user's own id, as with a membership.
     */
    FACTS(5),
    /** An account at another provider that has created the user. */
    MAKER(6);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    /** Returns the kind whose values this one's are compared with: with its own, and others. */
    Kind comparedWith() {
      return switch (this) {
        case EMAIL, USERNAME -> EMAIL;
        case LINKED, MAKER -> LINKED;
        case PHONE -> PHONE;
        case MEMBERSHIP, FACTS -> MEMBERSHIP;
      };
    }

    boolean isAccount() {
      return this == LINKED || this == MAKER;
    }

    private static Kind of(int code) {
      return switch (code) {
        case 0 -> EMAIL;
        case 1 -> PHONE;
        case 2 -> USERNAME;
        case 3 -> LINKED;
        case 4 -> MEMBERSHIP;
        case 5 -> FACTS;
        case 6 -> MAKER;
        default -> throw new IllegalArgumentException("No kind of value has code " + code + ".");
      };
    }
  }

  /** Returns all but the fingerprint, in 64 bits. */
  long packed() {
    return ((((long) kind.code() << 1 | (federated ? 1 : 0)) << CHAIN_BITS | chain) << PLACE_BITS)
        | place;
  }

  static ValueFingerprint of(long fingerprint, long packed) {
    long rest = packed >>> PLACE_BITS;
    return new ValueFingerprint(
        Kind.of((int) (rest >>> (CHAIN_BITS + 1))),
        fingerprint,
        (rest >>> CHAIN_BITS & 1) == 1,
        (int) (rest & ((1 << CHAIN_BITS) - 1)),
        packed & ((1L << PLACE_BITS) - 1));
  }
}
