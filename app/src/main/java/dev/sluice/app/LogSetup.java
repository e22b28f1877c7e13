package dev.sluice.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Warnings and errors go to standard error. It is set up in code because reading a file for it
 * would cost every command a tenth of a second.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n");
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    context.getLogger("ROOT").addAppender(appender);
    context.getLogger("ROOT").setLevel(Level.WARN);
    // Once a handed-over run has ended, only this log shows which process did it.
    context.getLogger("dev.sluice.app.task").setLevel(Level.INFO);
    // What one login can cause is no warning, but an operator may look for it.
    context.getLogger("dev.sluice.app.gateway.login.Outages").setLevel(Level.INFO);
    // The caller reports a failed start in one line.
    context.getLogger("org.springframework.boot.SpringApplication").setLevel(Level.OFF);
    context.getLogger("org.springframework.boot.diagnostics").setLevel(Level.OFF);
    context.getLogger("org.springframework.boot.web.server.servlet.context").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
