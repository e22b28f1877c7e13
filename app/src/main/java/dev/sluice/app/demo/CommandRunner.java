package dev.sluice.app.demo;

import java.io.PrintWriter;

/** Runs one of the program's own commands in this process, as if it had been typed. */
public interface CommandRunner {
  /** Runs a command; the result is its exit code. */
  int run(PrintWriter out, PrintWriter err, String... args);
}
