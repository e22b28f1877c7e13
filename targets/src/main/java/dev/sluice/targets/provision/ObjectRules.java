package dev.sluice.targets.provision;

import java.util.Set;

/**
 * Rules for comparing and showing the fields of a target's objects.
 *
 * @param growing names of lists to which others may add: the desired values must be among them
 * @param secrets names of fields whose values are never shown
 * @param unnamed objects whose own name is left out when their fields are shown
 */
public record ObjectRules(Set<String> growing, Set<String> secrets, Set<String> unnamed) {
  public ObjectRules {
    growing = Set.copyOf(growing);
    secrets = Set.copyOf(secrets);
    unnamed = Set.copyOf(unnamed);
  }
}
