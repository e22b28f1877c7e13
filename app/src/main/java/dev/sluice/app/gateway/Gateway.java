package dev.sluice.app.gateway;

import dev.sluice.app.config.GatewayConfig;
import dev.sluice.app.config.Loopback;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running gateway. */
public final class Gateway implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final SealWriter seals;
  private final URI uri;

  private Gateway(ConfigurableApplicationContext context, SealWriter seals, URI uri) {
    this.context = context;
    this.seals = seals;
    this.uri = uri;
  }

  /**
   * Starts it and returns once it answers.
   *
   * @param config with port 0 for a free one
   * @throws GatewayException when it may not or cannot listen there
   */
  public static Gateway start(GatewayConfig config, GatewayParts parts) {
    requireTls(config);
    // What is logged, and where, is the program's decision, not Spring's.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    try {
      ConfigurableApplicationContext context = application(config, parts).run();
      return new Gateway(context, SealWriter.start(parts.seals()), uri(config, context));
    } catch (RuntimeException failed) {
      throw explained(config, failed);
    }
  }

  private static void requireTls(GatewayConfig config) {
    if (config.tls().isEmpty() && !Loopback.names(config.bind())) {
      throw new GatewayException(
          "The gateway does not listen on "
              + config.bind()
              + " without TLS, for passwords would travel unencrypted: set gateway.tls.certificate"
              + " and gateway.tls.key in sluice.yaml, or bind 127.0.0.1.");
    }
  }

  private static SpringApplication application(GatewayConfig config, GatewayParts parts) {
    SpringApplication application = new SpringApplication(GatewayApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties(config));
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean(GatewayParts.class, () -> parts);
      beans.registerBean(GatewayConfig.class, () -> config);
    });
    return application;
  }

  private static Map<String, Object> properties(GatewayConfig config) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.address", config.bind());
    properties.put("server.port", config.port());
    properties.put("server.shutdown", "graceful");
    properties.put("server.error.include-message", "never");
    properties.put("server.tomcat.connection-timeout", "5s");
    properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
    properties.put("spring.main.banner-mode", "off");
    properties.put("spring.main.log-startup-info", false);
    properties.put("spring.threads.virtual.enabled", true);
    properties.put("spring.jmx.enabled", false);
    properties.put("management.endpoints.web.exposure.include", "health,prometheus");
    properties.put("management.endpoint.health.show-details", "never");
    config
        .tls()
        .ifPresent(tls -> {
          properties.put("server.ssl.certificate", tls.certificate().toUri().toString());
          properties.put("server.ssl.certificate-private-key", tls.key().toUri().toString());
        });
    return properties;
  }

  private static URI uri(GatewayConfig config, ConfigurableApplicationContext context) {
    WebServer server = ((WebServerApplicationContext) context).getWebServer();
    int port = Objects.requireNonNull(server).getPort();
    String host = config.bind().contains(":") ? "[" + config.bind() + "]" : config.bind();
    return URI.create((config.tls().isPresent() ? "https://" : "http://") + host + ":" + port);
  }

  private static GatewayException explained(GatewayConfig config, RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return new GatewayException(
            "Port "
                + config.port()
                + " on "
                + config.bind()
                + " is taken: end what listens there, or choose another gateway.port.",
            failed);
      }
    }
    return new GatewayException("The gateway cannot start: " + failed.getMessage(), failed);
  }

  /** Where it listens. */
  public URI uri() {
    return uri;
  }

  /**
   * Takes no more requests, lets those under way end for up to 5 seconds, and seals the history.
   */
  @Override
  public void close() {
    context.close();
    seals.close();
  }
}
