package dev.sluice.contracts.fusionauth.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** Faults that wait for the calls that they strike. */
public final class Faults {
  private record Planned(Predicate<Call> strikes, Fault fault) {}

  private final Deque<Planned> planned = new ArrayDeque<>();

  /** Strikes the next call that begins with this line, such as {@code POST /api/user/import}. */
  public Faults strike(String line, Fault fault) {
    return strike(call -> call.line().startsWith(line), fault);
  }

  /** Strikes the next call that this is true of. */
  public synchronized Faults strike(Predicate<Call> strikes, Fault fault) {
    planned.add(new Planned(strikes, fault));
    return this;
  }

  /** How many have struck nothing yet. */
  public synchronized int left() {
    return planned.size();
  }

  /** Forgets those that have struck nothing. */
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
