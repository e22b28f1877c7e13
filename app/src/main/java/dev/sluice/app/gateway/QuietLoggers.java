package dev.sluice.app.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps loggers at WARN that, at DEBUG, print requests and answers: bodies, tokens and passwords.
 * They belong to the web server and the framework, and stay at WARN whatever the other loggers are
 * set to.
 */
final class QuietLoggers {
  private static final List<String> NAMES =
      List.of(
          "org.apache.catalina",
          "org.apache.coyote",
          "org.apache.coyote.http11.Http11InputBuffer",
          "org.apache.tomcat",
          "org.springframework.web");

  /** Held here, because the JDK forgets the level of a logger that is not referenced. */
  private static final List<Logger> HELD = NAMES.stream().map(Logger::getLogger).toList();

  private QuietLoggers() {}

  static void hush() {
    HELD.forEach(logger -> logger.setLevel(java.util.logging.Level.WARNING));
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      NAMES.forEach(name -> loggers.getLogger(name).setLevel(Level.WARN));
    }
  }
}
