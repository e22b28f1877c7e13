package dev.sluice.targets.provision;

import dev.sluice.targets.http.TroubleException;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Where a target has its objects of one kind. */
public interface TargetResource {

  /** The object of this name, with what the target tells of it. */
  Optional<ObjectNode> find(String name) throws TroubleException;

  /** Makes an object; one that came in between is left to the next run. */
  void create(ObjectNode fresh) throws TroubleException;

  /**
   * Brings an object in line.
   *
   * @param merged all that was found, and over it what is wanted
   */
  void change(ObjectNode found, ObjectNode merged) throws TroubleException;

  /** Whether an object that nobody marked has nothing in it that could be the owner's. */
  default boolean isBare(ObjectNode found) {
    return false;
  }
}
