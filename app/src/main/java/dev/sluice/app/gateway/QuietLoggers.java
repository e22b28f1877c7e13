package dev.sluice.app.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Loggers that print what they receive or answer when they are told to speak at DEBUG: bodies,
 * tokens and passwords with it. They are kept at WARN whatever the rest is set to.
 */
final class QuietLoggers {
  private static final List<String> NAMES =
      List.of(
          "org.apache.coyote",
          "org.apache.coyote.http11.Http11InputBuffer",
          "org.apache.tomcat.util.net",
          "org.springframework.web");

  private QuietLoggers() {}

  static void hush() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      NAMES.forEach(name -> loggers.getLogger(name).setLevel(Level.WARN));
    }
  }
}
