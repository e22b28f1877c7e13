package dev.sluice.app.task;

import dev.sluice.app.cli.UtcTime;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The runs that were handed to the serving processes, in words and as JSON. */
public final class HandedRunText {
  private HandedRunText() {}

  /** Where one run stands. */
  public static String line(HandedRunState state) {
    String what = "the " + state.kind() + " run handed to the replicas";
    if (state.by().isPresent()) {
      return what + " is at work on " + state.by().get();
    }
    return state.run().problem() == null
        ? what + " waits for one that serves"
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
