package dev.sluice.contracts.target;

import dev.sluice.api.target.provision.SourceNames;
import dev.sluice.api.target.user.PlannedUpdate;
import dev.sluice.api.user.PlannedUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a target that keeps to the contract has of a user after an update. */
final class StoredUpdate {
  private StoredUpdate() {}

  static PlannedUser of(PlannedUser there, PlannedUpdate update, SourceNames names) {
    PlannedUser user = update.user();
    return new PlannedUser(
        user.id(),
        user.username(),
        user.enabled() && (there.enabled() || update.mayEnable()),
        user.email(),
        user.emailVerified(),
        user.phoneNumber(),
        user.phoneNumberVerified(),
        user.givenName(),
        user.familyName(),
        attributes(there.attributes(), user.attributes(), names.attributes()),
        groups(there.groups(), user.groups(), names.groups()),
        user.identities(),
        there.firstPassword(),
        user.obligations(),
        there.createdAt(),
        user.emailClaim());
  }

  private static Map<String, List<String>> attributes(
      Map<String, List<String>> there, Map<String, List<String>> next, Set<String> ofTheSource) {
    Map<String, List<String>> all = new HashMap<>(there);
    all.keySet().removeAll(ofTheSource);
    all.putAll(next);
    return all;
  }

  private static List<String> groups(
      List<String> there, List<String> next, Set<String> ofTheSource) {
    return Stream.concat(
            there.stream().filter(group -> !ofTheSource.contains(group)), next.stream())
        .distinct()
        .toList();
  }
}
