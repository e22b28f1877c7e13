package dev.sluice.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Prints a command's output: lines for people, or one JSON document for programs. */
public final class Output {
  private final PrintWriter out;
  private final boolean asJson;

  private Output(PrintWriter out, boolean asJson) {
    this.out = out;
    this.asJson = asJson;
  }

  public static Output of(CommandSpec spec, boolean asJson) {
    return new Output(spec.commandLine().getOut(), asJson);
  }

  public boolean asJson() {
    return asJson;
  }

  /** Prints a line for people; with JSON output it is omitted. */
  public void line(String text) {
    if (!asJson) {
      out.println(text);
      out.flush();
    }
  }

  public void lines(List<String> lines) {
    lines.forEach(this::line);
  }

  /** Prints the document for programs; with text output it is omitted. */
  public void json(ObjectNode document) {
    if (asJson) {
      out.println(document.toPrettyString());
      out.flush();
    }
  }

  /** Prints a document for programs that holds one list, entry by entry, because it may be long. */
  public void jsonList(String name, Consumer<Consumer<ObjectNode>> making) {
    if (!asJson) {
      return;
    }
    out.print("{ \"" + name + "\" : [");
    AtomicBoolean more = new AtomicBoolean();
    making.accept(each -> {
      out.print(more.getAndSet(true) ? ",\n  " : "\n  ");
      out.print(each);
    });
    out.println("\n] }");
    out.flush();
  }

  public static ObjectNode object() {
    return JsonMapper.shared().createObjectNode();
  }
}
