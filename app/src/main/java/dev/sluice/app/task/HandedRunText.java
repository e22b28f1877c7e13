package dev.sluice.app.task;

import dev.sluice.app.cli.UtcTime;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Formats the runs that were handed to the serving processes as text and as JSON. */
public final class HandedRunText {
  private HandedRunText() {}

  /** Formats the state of one run. */
  public static String line(HandedRunState state) {
    String what = "the " + state.kind() + " run handed to the replicas";
    if (state.by().isPresent()) {
      return what + " is running on " + state.by().get();
    }
    return state.run().problem() == null
        ? what + " waits for a serving process"
        : "%s failed %d times and is tried again at %s: %s"
            .formatted(
                what, state.run().failures(), UtcTime.text(state.due()), state.run().problem());
  }

  /** Adds them to a document. */
  public static ObjectNode json(List<HandedRunState> states, ObjectNode document) {
    ArrayNode all = document.putArray("onReplicas");
    for (HandedRunState state : states) {
      ObjectNode run = all.addObject().put("kind", state.kind()).put("due", state.due().toString());
      state.by().ifPresentOrElse(by -> run.put("by", by), () -> run.putNull("by"));
      run.put("failures", state.run().failures()).put("problem", state.run().problem());
    }
    return document;
  }
}
