package dev.sluice.targets.provision;

import java.util.Set;

/**
 * How the fields of a target's objects are compared and told.
 *
 * @param growing names of lists to which others may add: what is wanted has to be among them
 * @param secrets names of fields whose values are never told
 * @param unnamed objects whose own name is left out where their fields are told
 */
public record ObjectRules(Set<String> growing, Set<String> secrets, Set<String> unnamed) {
  public ObjectRules {
    growing = Set.copyOf(growing);
    secrets = Set.copyOf(secrets);
    unnamed = Set.copyOf(unnamed);
  }
}
