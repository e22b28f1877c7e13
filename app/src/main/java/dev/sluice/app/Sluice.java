package dev.sluice.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program's entry point. */
public final class Sluice {
  private Sluice() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command in this process and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return SluiceCommand.run(out, err, args);
  }
}
