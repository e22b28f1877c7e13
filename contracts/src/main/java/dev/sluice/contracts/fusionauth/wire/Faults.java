package dev.sluice.contracts.fusionauth.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** Faults that wait for the calls that they affect. */
public final class Faults {
  private record Planned(Predicate<Call> strikes, Fault fault) {}

  private final Deque<Planned> planned = new ArrayDeque<>();

  /** Makes the next call that begins with this line fail, such as {@code POST /api/user/import}. */
  public Faults strike(String line, Fault fault) {
    return strike(call -> call.line().startsWith(line), fault);
  }

  /** Makes the next call that matches fail. */
  public synchronized Faults strike(Predicate<Call> strikes, Fault fault) {
    planned.add(new Planned(strikes, fault));
    return this;
  }

  /** Returns how many have not been used yet. */
  public synchronized int left() {
    return planned.size();
  }

  /** Forgets faults that have not been used. */
  public synchronized void clear() {
    planned.clear();
  }

  public synchronized Optional<Fault> of(Call call) {
    Optional<Planned> first =
        planned.stream().filter(each -> each.strikes().test(call)).findFirst();
    first.ifPresent(planned::remove);
    return first.map(Planned::fault);
  }
}
