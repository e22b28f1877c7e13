package dev.sluice.app.gateway;

import java.util.HashMap;
import java.util.Map;

/** Translates the settings into the framework's properties. */
final class GatewayProperties {
  private static final Map<String, Object> FIXED =
      Map.ofEntries(
          Map.entry("spring.threads.virtual.enabled", "true"),
          Map.entry("server.shutdown", "graceful"),
          Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
          Map.entry("server.tomcat.connection-timeout", "5s"),
          Map.entry("spring.web.resources.add-mappings", "false"),
          Map.entry("spring.mvc.servlet.load-on-startup", "1"),
          Map.entry("management.endpoints.access.default", "none"),
          Map.entry("management.endpoint.health.access", "read-only"),
          Map.entry("management.endpoint.prometheus.access", "read-only"),
          Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
          Map.entry("management.endpoints.web.discovery.enabled", "false"),
          Map.entry("management.endpoint.health.show-details", "never"),
          Map.entry("management.endpoint.health.show-components", "never"),
          Map.entry("management.endpoint.health.cache.time-to-live", "1s"),
          Map.entry("management.health.defaults.enabled", "false"),
          Map.entry("management.health.ledger.enabled", "true"),
          Map.entry("management.metrics.use-global-registry", "false"));

  private GatewayProperties() {}

  static Map<String, Object> of(GatewaySettings settings) {
    Map<String, Object> all = new HashMap<>(FIXED);
    all.put("server.address", settings.bind());
    all.put("server.port", settings.port());
    settings.tls().ifPresent(tls -> addTls(all, tls));
    return all;
  }

  private static void addTls(Map<String, Object> all, GatewaySettings.Tls tls) {
    String bundle = "spring.ssl.bundle.pem.gateway.";
    all.put(bundle + "keystore.certificate", tls.certificate().toUri().toString());
    all.put(bundle + "keystore.private-key", tls.key().toUri().toString());
    all.put("server.ssl.bundle", "gateway");
    tls.clients()
        .ifPresent(clients -> {
          all.put(bundle + "truststore.certificate", clients.toUri().toString());
          all.put("server.ssl.client-auth", "want");
        });
  }
}
