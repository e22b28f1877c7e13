package dev.sluice.app.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loggers of the web server and the framework that print what they receive or answer when they are
 * told to speak at DEBUG: bodies, tokens and passwords with it. They are kept at WARN whatever the
 * rest is set to.
 */
final class QuietLoggers {
  private static final List<String> NAMES =
      List.of(
          "org.apache.catalina",
          "org.apache.coyote",
          "org.apache.coyote.http11.Http11InputBuffer",
          "org.apache.tomcat",
          "org.springframework.web");

  /** The JDK forgets a logger's level when nobody holds the logger. */
  private static final List<Logger> HELD = NAMES.stream().map(Logger::getLogger).toList();

  private QuietLoggers() {}

  static void hush() {
    HELD.forEach(logger -> logger.setLevel(java.util.logging.Level.WARNING));
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      NAMES.forEach(name -> loggers.getLogger(name).setLevel(Level.WARN));
    }
  }
}
