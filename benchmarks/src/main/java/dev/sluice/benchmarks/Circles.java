package dev.sluice.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds groups of two and more that depend on each other, directly or through others (Tarjan,
 * 1972).
 */
final class Circles {
  private final Map<String, Set<String>> uses;
  private final Map<String, Integer> order = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> isOpen = new HashSet<>();
  private final List<Set<String>> found = new ArrayList<>();

  Circles(Map<String, Set<String>> uses) {
    this.uses = uses;
  }

  List<Set<String>> all() {
    for (String each : uses.keySet()) {
      if (!order.containsKey(each)) {
        visit(each);
      }
    }
    return found;
  }

  private int visit(String one) {
    int number = order.size();
    order.put(one, number);
    int low = number;
    open.push(one);
    isOpen.add(one);
    for (String other : uses.getOrDefault(one, Set.of())) {
      if (!order.containsKey(other)) {
        low = Math.min(low, visit(other));
      } else if (isOpen.contains(other)) {
        low = Math.min(low, lowest.getOrDefault(other, order.get(other)));
      }
    }
    lowest.put(one, low);
    if (low == number) {
      close(one);
    }
    return low;
  }

  private void close(String first) {
    Set<String> circle = new HashSet<>();
    String last;
    do {
      last = open.pop();
      isOpen.remove(last);
      circle.add(last);
    } while (!last.equals(first));
    if (circle.size() > 1) {
      found.add(circle);
    }
  }
}
