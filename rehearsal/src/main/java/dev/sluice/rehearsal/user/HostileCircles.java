package dev.sluice.rehearsal.user;

import dev.sluice.rehearsal.user.Draw.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which users are hostile. The ordinary users of a block are put into circles of four; in a hostile
 * circle the first is the owner and stays ordinary, and the other three are hostile, in every other
 * circle all in the same way.
 */
final class HostileCircles {
  private static final int SIZE = 4;
  private static final int PER_CENT = 100;

  private final PoolShape shape;
  private final Slots slots;
  private final List<HostileKind> kinds;

  HostileCircles(PoolShape shape, Slots slots) {
    this.shape = shape;
    this.slots = slots;
    this.kinds =
        Arrays.stream(HostileKind.values()).filter(kind -> kind.isPossible(shape)).toList();
  }

  /**
   * A place in a circle.
   *
   * @param owner the number of the first of the circle
   * @param nth 0 for the owner, 1 to 3 for the others
   */
  record Place(long owner, int nth) {}

  /** Returns where the user is; empty when it is in no hostile circle. */
  Optional<Place> place(long index) {
    int slot = slots.slot(index);
    int first = slot - slot % SIZE;
    if (shape.hostile() == 0
        || shape.onlyOrdinary()
        || first + SIZE > UserKind.ORDINARY.inEachBlock()) {
      return Optional.empty();
    }
    long block = index / UserKind.BLOCK;
    long owner = member(block, first);
    boolean isWhole =
        IntStream.range(0, SIZE).allMatch(nth -> member(block, first + nth) < shape.users());
    return isWhole && draw(owner).below(PER_CENT, Topic.HOSTILE_SHARE) < shape.hostile()
        ? Optional.of(new Place(owner, slot % SIZE))
        : Optional.empty();
  }

  /** Returns what is hostile about the user; empty for owners and all who are in no circle. */
  Optional<HostileKind> kind(long index) {
    return place(index)
        .filter(place -> place.nth() > 0)
        .map(place -> {
          Draw ofCircle = draw(place.owner());
          Draw decisive = ofCircle.below(2, Topic.HOSTILE_THEME) == 0 ? ofCircle : draw(index);
          return kinds.get(decisive.below(kinds.size(), Topic.HOSTILE_KIND));
        });
  }

  /** Returns the numbers of all in the user's circle, the owner first; empty when in none. */
  List<Long> circle(long index) {
    return place(index)
        .map(place ->
            IntStream.range(0, SIZE)
                .mapToObj(nth -> member(index / UserKind.BLOCK, slots.slot(place.owner()) + nth))
                .toList())
        .orElse(List.of());
  }

  private long member(long block, int slot) {
    return slots.inBlock(block, UserKind.ORDINARY, slot);
  }

  private Draw draw(long index) {
    return new Draw(shape.seed(), index);
  }
}
