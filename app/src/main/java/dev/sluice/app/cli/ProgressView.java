package dev.sluice.app.cli;

import dev.sluice.migration.run.RunListener;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows a run's progress: a bar on a terminal, plain lines elsewhere. */
public interface ProgressView extends RunListener, AutoCloseable {

  /** Returns the view for this process's output. */
  static ProgressView on(PrintWriter err) {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return terminal ? new ProgressBarView() : new ProgressLines(err);
  }

  @Override
  void close();
}
