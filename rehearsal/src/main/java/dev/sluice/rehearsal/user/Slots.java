package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;

/** The kind of each user, and which two users form a pair. */
final class Slots {

  private static final UserKind[] KINDS = kindsBySlot();

  private final PoolShape shape;

  Slots(PoolShape shape) {
    this.shape = shape;
  }

  /**
   * Returns the kind of the user; a pair that this pool cannot have, or half of one, is ordinary.
   */
  UserKind kind(long index) {
    if (shape.onlyOrdinary() || index >= shape.users()) {
      return UserKind.ORDINARY;
    }
    UserKind kind = KINDS[slot(index)];
    return isPossible(kind) && (!kind.isPaired() || neighbour(index, kind) < shape.users())
        ? kind
        : UserKind.ORDINARY;
  }

  /** Returns the other user of the pair; the user itself when it is in none. */
  long mate(long index) {
    UserKind kind = kind(index);
    return kind.isPaired() ? neighbour(index, kind) : index;
  }

  /**
   * Returns the user of this kind in the block, the nth of them; it may lie beyond the pool's last.
   */
  long inBlock(long block, UserKind kind, int nth) {
    return indexOf(block, kind.firstSlot() + nth);
  }

  private boolean isPossible(UserKind kind) {
    return switch (kind) {
      case CASE_TWIN_LOWER, CASE_TWIN_UPPER -> shape.caseSensitive() && hasUsernames();
      case DUPLICATE_EMAIL_OWNER, DUPLICATE_EMAIL_OTHER ->
          hasUsernames() || !shape.signInBy().takesEmail();
      case NO_EMAIL, LONGEST_NAMES -> hasUsernames();
      case PHONE_ONLY -> hasUsernames() || shape.signInBy().takesPhone();
      default -> true;
    };
  }

  private boolean hasUsernames() {
    return shape.signInBy().hasUsernames();
  }

  private long neighbour(long index, UserKind kind) {
    return indexOf(index / UserKind.BLOCK, slot(index) + (kind.isFirstOfPair() ? 1 : -1));
  }

  /** Returns the user's place among the slots of its block. */
  int slot(long index) {
    return (int) ((index + rotation(index / UserKind.BLOCK)) % UserKind.BLOCK);
  }

  private long indexOf(long block, int slot) {
    return block * UserKind.BLOCK + Math.floorMod(slot - rotation(block), UserKind.BLOCK);
  }

  /** Returns how far the slots of a block are turned. */
  private int rotation(long block) {
    return new Draw(shape.seed(), block).below(UserKind.BLOCK, Topic.ROTATION);
  }

  private static UserKind[] kindsBySlot() {
    UserKind[] slots = new UserKind[UserKind.BLOCK];
    int slot = 0;
    for (UserKind kind : UserKind.values()) {
      for (int nth = 0; nth < kind.inEachBlock(); nth++) {
        slots[slot++] = kind;
      }
    }
    return slots;
  }
}
