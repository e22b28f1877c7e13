package dev.sluice.app.demo;

import java.io.PrintWriter;

/** Runs one of the program's own commands in this process, as if a user had typed it. */
public interface CommandRunner {
  /** Runs a command and returns its exit code. */
  int run(PrintWriter out, PrintWriter err, String... args);
}
