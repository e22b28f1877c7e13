package dev.sluice.targets.provision;

import dev.sluice.targets.http.TroubleException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Access to a target's objects of one kind. */
public interface TargetResource {

  /** Returns the object of this name as the target returns it. */
  Optional<ObjectNode> find(String name) throws TroubleException;

  /** Creates an object; one that was created in between is left to the next run. */
  void create(ObjectNode fresh) throws TroubleException;

  /**
   * Brings an object in line.
   *
   * @param merged all that was found, with the desired fields over it
   */
  void change(ObjectNode found, ObjectNode merged) throws TroubleException;

  /** Tells whether an untagged object holds nothing that could be the owner's. */
  default boolean isBare(ObjectNode found) {
    return false;
  }
}
