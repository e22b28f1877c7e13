package dev.sluice.targets.fusionauth.users;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits users into rounds in which no two share a login: of two that share one, the first is
 * imported and the second refused, as if they had come one after the other.
 */
final class Rounds {
  private Rounds() {}

  static List<List<ImportUser>> of(List<ImportUser> users) {
    List<Set<String>> taken = new ArrayList<>();
    Map<Integer, List<ImportUser>> rounds = new LinkedHashMap<>();
    for (ImportUser user : users) {
      int round = 0;
      while (round < taken.size() && user.logins().anyMatch(taken.get(round)::contains)) {
        round++;
      }
      if (round == taken.size()) {
        taken.add(new HashSet<>());
      }
      user.logins().forEach(taken.get(round)::add);
      rounds.computeIfAbsent(round, _ -> new ArrayList<>()).add(user);
    }
    return List.copyOf(rounds.values());
  }
}
