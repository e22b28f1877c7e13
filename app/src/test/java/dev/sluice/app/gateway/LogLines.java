package dev.sluice.app.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, at the finest level, by whichever way. */
public final class LogLines implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final java.util.logging.Logger jdkRoot = java.util.logging.Logger.getLogger("");
  private final Level before = Objects.requireNonNull(root.getLevel());
  private final java.util.logging.Level jdkBefore = jdkRoot.getLevel();
  private final PatternLayout layout = new PatternLayout();
  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(layout.doLayout(event));
        }
      };
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getLevel() + " " + new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public LogLines() {
    layout.setContext(root.getLoggerContext());
    layout.setPattern("%level %logger %msg %ex{full}");
    layout.start();
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
    handler.setLevel(java.util.logging.Level.ALL);
    jdkRoot.addHandler(handler);
    jdkRoot.setLevel(java.util.logging.Level.ALL);
  }

  public List<String> all() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    root.setLevel(before);
    jdkRoot.removeHandler(handler);
    jdkRoot.setLevel(jdkBefore);
  }
}
